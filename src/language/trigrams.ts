/** A trigram that a model does not know counts as much as if it stood this far from its place there. */
const UNKNOWN = 300;

/** Slots of the table in which the trigrams of a sample are counted: over twice what 800 characters hold. */
const SLOTS = 2048;

/** The trigrams of several languages in one table: open addressing, the ranks of a row side by side. */
export interface TrigramModel {
  readonly languages: number;
  /** By slot: the trigram's number, or 0. */
  readonly trigrams: Float64Array;
  /** The rank of the trigram in slot `i` for language `j` at `i * languages + j`; `UNRANKED` where it is not among them. */
  readonly ranks: Int16Array;
}

const UNRANKED = -1;

/** The model of some languages, each given as franc does: trigrams, commonest first, parted by `|`. */
export function modelOf(written: readonly string[]): TrigramModel {
  const lists = written.map((list) => list.split('|'));
  const languages = lists.length;
  const size = 2 ** Math.ceil(Math.log2(1 + 2 * lists.reduce((sum, list) => sum + list.length, 0)));
  const trigrams = new Float64Array(size);
  const ranks = new Int16Array(size * languages).fill(UNRANKED);
  for (const [language, list] of lists.entries()) {
    for (const [rank, text] of list.entries()) {
      const [first, second, third] = [text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)];
      const trigram = trigramOf(first, second, third);
      const slot = slotOf(trigrams, trigram, hashOf(first, second, third));
      trigrams[slot] = trigram;
      ranks[slot * languages + language] = rank;
    }
  }
  return { languages, trigrams, ranks };
}

/** The trigrams of a text, each once in a slot; all slots are free before and after. */
const counted = new Float64Array(SLOTS);
const hashes = new Int32Array(SLOTS);
const counts = new Uint16Array(SLOTS);
/** The slots that are taken, and how many. */
const taken = new Uint16Array(SLOTS);
let distinct = 0;

/**
 * How far a text of up to 800 characters is from each language of a model: over its trigrams, the difference between how
 * often it stands there and its rank among the language's.
 *
 * Source: franc (Wormer, MIT) and trigram-utils, after Cavnar and Trenkle (1994).
 */
export function trigramDistances(text: string, model: TrigramModel): number[] {
  countTrigrams(text.toLowerCase());
  const distances = new Array<number>(model.languages).fill(0);
  for (let at = 0; at < distinct; at++) {
    const slot = taken[at] ?? 0;
    const row = slotOf(model.trigrams, counted[slot] ?? 0, hashes[slot] ?? 0) * model.languages;
    for (let language = 0; language < model.languages; language++) {
      const rank = model.ranks[row + language] ?? UNRANKED;
      const difference = rank === UNRANKED ? UNKNOWN : Math.abs((counts[slot] ?? 0) - rank - 1);
      distances[language] = (distances[language] ?? 0) + difference;
    }
    counted[slot] = 0;
    counts[slot] = 0;
  }
  return distances;
}

/** Counts over the words of a text, with one space before, between and after them: what parts them is white space, digits and the signs of ASCII before `A`. */
function countTrigrams(text: string): void {
  distinct = 0;
  let first = NOTHING;
  let second = SPACE;
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length || partsWords(text.charCodeAt(at)) ? SPACE : text.charCodeAt(at);
    if (unit === SPACE && second === SPACE) continue;
    if (first !== NOTHING) countOne(trigramOf(first, second, unit), hashOf(first, second, unit));
    first = second;
    second = unit;
  }
}

const [NOTHING, SPACE] = [-1, 0x20];

function partsWords(unit: number): boolean {
  return (unit >= SPACE && unit <= 0x40) || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0xa0 && WIDE_SPACES.includes(unit));
}

/** What `\s` matches beyond ASCII. */
const WIDE_SPACES = [0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];

function countOne(trigram: number, hash: number): void {
  const slot = slotOf(counted, trigram, hash);
  if (counted[slot] === 0) taken[distinct++] = slot;
  counted[slot] = trigram;
  hashes[slot] = hash;
  counts[slot] = (counts[slot] ?? 0) + 1;
}

/** Three code units as one number, exact in a double. */
function trigramOf(first: number, second: number, third: number): number {
  return (first * 65_536 + second) * 65_536 + third;
}

function hashOf(first: number, second: number, third: number): number {
  return Math.imul(Math.imul(first * 31 + second, 31) + third, 0x9e3779b1) >>> 12;
}

/** The slot that holds a trigram, or the empty one where it would go. */
function slotOf(table: Float64Array, trigram: number, hash: number): number {
  const mask = table.length - 1;
  let slot = hash & mask;
  while (table[slot] !== 0 && table[slot] !== trigram) slot = (slot + 1) & mask;
  return slot;
}
