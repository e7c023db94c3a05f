import { familyIndex, type PrintCore } from './print.ts';
import type { KeyName } from '../extract/key-name.ts';
import { KEY_FAMILIES, type Document } from '../types.ts';

/** The names and figures of a document as it writes them: all that is kept of its words, to show what a pair shares. */
export interface Mentions {
  /** The written forms, each once, one a line. */
  readonly forms: string;
  /** For each name and figure of the fingerprint, in order: the line of its commonest form, how often it stands there, and its kind. */
  readonly figures: Uint16Array;
}

/** Where none are kept, as in an archive: then a pair shows none. */
export const NO_MENTIONS: Mentions = { forms: '', figures: new Uint16Array() };

/** A name or figure as a document writes it. */
export interface Mention {
  /** In nats. */
  readonly weight: number;
  /** The form used most, the first of several. */
  readonly form: string;
  readonly count: number;
  /** A name of several words. */
  readonly isPhrase: boolean;
}

/** Mentions by key. */
export type MentionMap = ReadonlyMap<number, Mention>;

const [NAME, QUANTITY] = [KEY_FAMILIES.indexOf('name'), KEY_FAMILIES.indexOf('quantity')];
const FIGURES = 3;

/** Whether a key is one whose written forms are kept. */
export function isMentioned(key: number): boolean {
  const family = familyIndex(key);
  return family === NAME || family === QUANTITY;
}

/** Whether a key is that of a name of several words. */
export function isPhrase({ text }: KeyName): boolean {
  return text.startsWith('m:');
}

function mentionedOf(keys: Uint32Array): Uint32Array {
  const mentioned = new Uint32Array(keys.length);
  let count = 0;
  for (let at = 0; at < keys.length; at++) if (isMentioned(keys[at] ?? 0)) mentioned[count++] = keys[at] ?? 0;
  return mentioned.subarray(0, count);
}

/** Numbers kept of a place: its key, its start, its end, and what else is true of it. */
const PLACE = 4;
const Fact = { inTitle: 1, phrase: 2 } as const;

/** Gathers where one document after the other has its names and figures; what is written there is read at the end, for those that are kept. */
export class MentionGatherer {
  #places = new Uint32Array(1024 * PLACE);
  #count = 0;

  /** Takes in one place of a key. */
  add(key: number, start: number, end: number, inTitle: boolean, isOfSeveralWords: boolean): void {
    const at = this.#count++ * PLACE;
    if (at === this.#places.length) {
      const longer = new Uint32Array(2 * at);
      longer.set(this.#places);
      this.#places = longer;
    }
    this.#places[at] = key;
    this.#places[at + 1] = start;
    this.#places[at + 2] = end;
    this.#places[at + 3] = (inTitle ? Fact.inTitle : 0) | (isOfSeveralWords ? Fact.phrase : 0);
  }

  /** What was gathered for the keys of a fingerprint; begins anew. */
  finish({ keys }: Pick<PrintCore, 'keys'>, { title = '', text }: Pick<Document, 'title' | 'text'>): Mentions {
    const wanted = mentionedOf(keys);
    const { firsts, nexts } = this.#chains(wanted);
    const lines = new Map<string, number>();
    const figures = new Uint16Array(wanted.length * FIGURES);
    const written = (place: number): string => {
      const at = place * PLACE;
      return inOneLine(((this.#places[at + 3] ?? 0) & Fact.inTitle ? title : text).slice(this.#places[at + 1], this.#places[at + 2]));
    };
    for (let at = 0; at < wanted.length; at++) {
      const first = firsts[at] ?? NONE;
      const { form, count } = first === NONE ? { form: '', count: 0 } : commonestOf(first, nexts, written);
      const known = lines.get(form);
      const line = known ?? lines.size;
      if (known === undefined) lines.set(form, line);
      figures[at * FIGURES] = line;
      figures[at * FIGURES + 1] = count;
      figures[at * FIGURES + 2] = (this.#places[first * PLACE + 3] ?? 0) & Fact.phrase ? 1 : 0;
    }
    this.#count = 0;
    return { forms: [...lines.keys()].join('\n'), figures };
  }

  /** The first place of each wanted key, and the next of the same key after each place. */
  #chains(wanted: Uint32Array): { readonly firsts: Int32Array; readonly nexts: Int32Array } {
    const firsts = new Int32Array(wanted.length).fill(NONE);
    const nexts = new Int32Array(this.#count);
    for (let place = this.#count - 1; place >= 0; place--) {
      const at = placeOf(wanted, this.#places[place * PLACE] ?? 0);
      if (at === NONE) continue;
      nexts[place] = firsts[at] ?? NONE;
      firsts[at] = place;
    }
    return { firsts, nexts };
  }
}

const NONE = -1;

/** Where a key stands among ascending ones, by binary search. */
function placeOf(keys: Uint32Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : NONE;
}

/** White space as one space each, so that a form is told in one line. */
function inOneLine(form: string): string {
  for (let at = 0; at < form.length; at++) {
    const unit = form.charCodeAt(at);
    if (unit < 0x30 || (unit >= 0x1680 && unit < 0x3400) || unit === 0xa0 || unit === 0xfeff) return form.replace(/\s+/gu, ' ');
  }
  return form;
}

/** The form used most among the places of a chain: of most keys there is one form only. */
function commonestOf(first: number, nexts: Int32Array, written: (place: number) => string): Pick<Mention, 'form' | 'count'> {
  const form = written(first);
  let count = 1;
  for (let place = nexts[first] ?? NONE; place !== NONE; place = nexts[place] ?? NONE) {
    if (written(place) !== form) return commonest(formsFrom(first, nexts, written));
    count++;
  }
  return { form, count };
}

function formsFrom(first: number, nexts: Int32Array, written: (place: number) => string): ReadonlyMap<string, number> {
  const forms = new Map<string, number>();
  for (let place = first; place !== NONE; place = nexts[place] ?? NONE) {
    const form = written(place);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}

/** The form used most, the first of several, and how often all of them are. */
export function commonest(forms: ReadonlyMap<string, number>): Pick<Mention, 'form' | 'count'> {
  let [form, most, count] = ['', 0, 0];
  for (const [each, often] of forms) {
    count += often;
    if (often > most) [form, most] = [each, often];
  }
  return { form, count };
}

/** The mentions of a document by key. */
export function mentionMap({ keys, weights }: Pick<PrintCore, 'keys'> & { readonly weights: Float32Array }, { forms, figures }: Mentions): MentionMap {
  const map = new Map<number, Mention>();
  if (figures.length === 0) return map;
  const lines = forms.split('\n');
  let at = 0;
  for (const [place, key] of keys.entries()) {
    if (!isMentioned(key)) continue;
    map.set(key, { weight: weights[place] ?? 0, form: lines[figures[at] ?? 0] ?? '', count: figures[at + 1] ?? 0, isPhrase: figures[at + 2] === 1 });
    at += FIGURES;
  }
  return map;
}
