import { UsageError } from '../errors.ts';
import { readTable, tableRows } from '../data/load.ts';
import type { RemovalReason, Span } from '../types.ts';
import { nextWord, wordsOf } from './words.ts';

/** Where a phrase stands for what it goes with; the head of `src/data/furniture.tsv` explains each. */
const SCOPES = [
  'line', 'start', 'top', 'bottom', 'contains', 'inline', 'sentence', 'opener', 'separator', 'crumb', 'credit',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Every reason once: the compiler refuses a list with one missing. */
const REASONS: Readonly<Record<RemovalReason, true>> = {
  navigation: true, byline: true, 'repeated-title': true, 'related-links': true, 'other-headlines': true,
  caption: true, comments: true, 'cookie-notice': true, 'author-note': true, 'source-line': true,
  subscription: true, fragment: true,
};

/** One row of the table. */
interface Phrase {
  readonly reason: RemovalReason;
  readonly scope: Scope;
}

/** Phrases as a trie over folded words: a line costs one look-up for each word it shares with a phrase. */
interface PhraseNode {
  readonly next: ReadonlyMap<string, PhraseNode>;
  /** The phrases that end here. */
  readonly phrases: readonly Phrase[];
}

/** All phrases of a table. */
export interface FurniturePhrases extends PhraseNode {
  /** The heads (`headAt`) of the phrases of scope `contains`: who looks for one anywhere passes over all other words. */
  readonly containedHeads: ReadonlySet<number>;
  /** Whether a phrase begins with a word that has these three letters of ASCII first (`asciiHead`). */
  readonly heads: Uint8Array;
}

/** A phrase found in a text. */
export interface PhraseMatch extends Span {
  readonly phrase: Phrase;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly phrases: Phrase[];
}

/**
 * The phrases of a table with the columns of `src/data/furniture.tsv`, its head row included.
 *
 * @throws UsageError for a row with an unknown reason or scope, or without a phrase.
 */
export function parseFurniture(tsv: string): FurniturePhrases {
  const root: Node = { next: new Map(), phrases: [] };
  const containedHeads = new Set<number>();
  for (const [reason = '', , scope = '', phrase = ''] of tableRows(tsv).slice(1)) {
    const words = wordsOf(phrase);
    if (!isReason(reason) || !isScope(scope) || words.length === 0) throw badRow([reason, scope, phrase]);
    let node = root;
    for (const word of words) {
      const known = node.next.get(word.text) ?? { next: new Map(), phrases: [] };
      node.next.set(word.text, known);
      node = known;
    }
    node.phrases.push({ reason, scope });
    if (scope === 'contains') for (const spelling of inAnyCase(phrase)) containedHeads.add(headAt(spelling, 0));
  }
  return { ...root, containedHeads, heads: headsOf(root.next.keys()) };
}

const HEAD_LETTERS = 3;

function headsOf(words: Iterable<string>): Uint8Array {
  const heads = new Uint8Array(2 ** (HEAD_LETTERS * LETTER_BITS));
  for (const word of words) heads[asciiHead(word, 0)] = 1;
  return heads;
}

const LETTER_BITS = 5;

/** Three letters of ASCII as one number, whatever their case; 0 where one of them is something else. */
function asciiHead(text: string, at: number): number {
  let head = 0;
  for (let letter = at; letter < at + HEAD_LETTERS; letter++) {
    const unit = text.charCodeAt(letter) | 0x20;
    if (!(unit >= 0x61 && unit <= 0x7a)) return 0;
    head = (head << LETTER_BITS) | (unit - 0x60);
  }
  return head;
}

/** A number that two words share if their first three characters are the same, and seldom else. */
export function headAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2);
}

function inAnyCase(phrase: string): string[] {
  const capitals = phrase.toUpperCase();
  return [phrase, phrase.toLowerCase(), capitals, capitals.charAt(0) + phrase.slice(1)];
}

let shipped: FurniturePhrases | undefined;

/** The phrases of `src/data/furniture.tsv`. */
export function shippedPhrases(): FurniturePhrases {
  shipped ??= parseFurniture(readTable('furniture.tsv'));
  return shipped;
}

/** The phrases that begin with the first word at `from`, shortest first. A colon no phrase asks for is passed over. */
export function phrasesAt(phrases: FurniturePhrases, text: string, from: number): readonly PhraseMatch[] {
  const head = asciiHead(text, from);
  // Most words are told from the first of a phrase by three letters.
  if (head !== 0 && phrases.heads[head] === 0) return [];
  const first = nextWord(text, from);
  let node: PhraseNode | undefined = first === undefined ? undefined : phrases.next.get(first.text);
  if (first === undefined || node === undefined) return [];
  const found: PhraseMatch[] = [];
  let end = first.end;
  while (node !== undefined) {
    for (const phrase of node.phrases) found.push({ phrase, start: first.start, end });
    const word = nextWord(text, end);
    if (word === undefined) break;
    const next: PhraseNode | undefined = node.next.get(word.text);
    if (next === undefined && word.text !== ':') break;
    node = next ?? { next: node.next, phrases: [] };
    end = word.end;
  }
  return found;
}

/** The longest phrase of one of the scopes that begins at `from`. */
export function longestAt(
  phrases: FurniturePhrases, text: string, from: number, ...scopes: readonly Scope[]
): PhraseMatch | undefined {
  return phrasesAt(phrases, text, from).findLast((match) => scopes.includes(match.phrase.scope));
}

function isReason(name: string): name is RemovalReason {
  return Object.hasOwn(REASONS, name);
}

function isScope(name: string): name is Scope {
  return (SCOPES as readonly string[]).includes(name);
}

function badRow(row: readonly string[]): UsageError {
  return new UsageError({
    code: 'bad-furniture-row',
    happened: `A row of the furniture table cannot be read: ${row.join(' | ')}`,
    expected: `reason, language, scope (${SCOPES.join(', ')}) and phrase, separated by tabs`,
    advice: 'Correct the row; docs/furniture.md describes the columns.',
  });
}
