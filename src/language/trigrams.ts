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

const models = new Map<string, TrigramModel>();

/** The model of some languages, each given as franc does: trigrams, commonest first, parted by `|`. Built once. */
export function modelOf(lists: readonly string[]): TrigramModel {
  const name = lists.join('\n');
  const known = models.get(name) ?? buildModel(lists.map((list) => list.split('|')));
  models.set(name, known);
  return known;
}

function buildModel(lists: readonly (readonly string[])[]): TrigramModel {
  const languages = lists.length;
  const size = 2 ** Math.ceil(Math.log2(1 + 2 * lists.reduce((sum, list) => sum + list.length, 0)));
  const trigrams = new Float64Array(size);
  const ranks = new Int16Array(size * languages).fill(UNRANKED);
  for (const [language, list] of lists.entries()) {
    for (const [rank, text] of list.entries()) {
      const trigram = trigramAt(text, 0);
      const slot = slotOf(trigrams, trigram, hashAt(text, 0));
      trigrams[slot] = trigram;
      ranks[slot * languages + language] = rank;
    }
  }
  return { languages, trigrams, ranks };
}

const counted = new Float64Array(SLOTS);
const hashes = new Int32Array(SLOTS);
const counts = new Uint16Array(SLOTS);

/**
 * How far a text of up to 800 characters is from each language of a model: over its trigrams, the difference between how
 * often it stands there and its rank among the language's.
 *
 * Source: franc (Wormer, MIT) and trigram-utils, after Cavnar and Trenkle (1994).
 */
export function trigramDistances(text: string, model: TrigramModel): number[] {
  countTrigrams(` ${text.replace(/[\u0021-\u0040]+/gu, ' ').replace(/\s+/gu, ' ').trim().toLowerCase()} `);
  const distances = new Array<number>(model.languages).fill(0);
  for (let at = 0; at < SLOTS; at++) {
    const trigram = counted[at] ?? 0;
    if (trigram === 0) continue;
    const row = slotOf(model.trigrams, trigram, hashes[at] ?? 0) * model.languages;
    for (let language = 0; language < model.languages; language++) {
      const rank = model.ranks[row + language] ?? UNRANKED;
      const difference = rank === UNRANKED ? UNKNOWN : Math.abs((counts[at] ?? 0) - rank - 1);
      distances[language] = (distances[language] ?? 0) + difference;
    }
  }
  return distances;
}

function countTrigrams(padded: string): void {
  counted.fill(0);
  counts.fill(0);
  for (let at = 0; at + 2 < padded.length; at++) {
    const trigram = trigramAt(padded, at);
    const hash = hashAt(padded, at);
    const slot = slotOf(counted, trigram, hash);
    counted[slot] = trigram;
    hashes[slot] = hash;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
}

/** Three code units as one number, exact in a double. */
function trigramAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)) * 65_536 + text.charCodeAt(at + 2);
}

function hashAt(text: string, at: number): number {
  return Math.imul(Math.imul(text.charCodeAt(at) * 31 + text.charCodeAt(at + 1), 31) + text.charCodeAt(at + 2), 0x9e3779b1) >>> 12;
}

/** The slot that holds a trigram, or the empty one where it would go. */
function slotOf(table: Float64Array, trigram: number, hash: number): number {
  const mask = table.length - 1;
  let slot = hash & mask;
  while (table[slot] !== 0 && table[slot] !== trigram) slot = (slot + 1) & mask;
  return slot;
}
