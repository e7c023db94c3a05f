import { familyIndex, sentenceWeight, type PrintCore } from './print.ts';
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
export type MentionMap = Pick<ReadonlyMap<number, Mention>, 'keys' | 'get' | 'has'>;

const [NAME, QUANTITY] = [KEY_FAMILIES.indexOf('name'), KEY_FAMILIES.indexOf('quantity')];
const FIGURES = 3;

/** Whether a key is one whose written forms are kept. */
export function isMentioned(key: number): boolean {
  const family = familyIndex(key);
  return family === NAME || family === QUANTITY;
}

function mentionedOf(keys: Uint32Array): Uint32Array {
  const mentioned = new Uint32Array(keys.length);
  let count = 0;
  for (let at = 0; at < keys.length; at++) if (isMentioned(keys[at] ?? 0)) mentioned[count++] = keys[at] ?? 0;
  return mentioned.subarray(0, count);
}

/** Numbers kept of a place: its key, its span, and whether it is that of a name of several words. */
const PLACE = 3;

/** Numbers kept of a span: its start, its end, and whether it is in the title. */
const SPAN = 3;

/** Gathers where one document after the other has its names and figures; what is written there is read at the end, for those that are kept. */
export class MentionGatherer {
  #places = new Uint32Array(1024 * PLACE);
  #placeCount = 0;
  /** Several keys in a row often have one span: all spellings of a name. */
  #spans = new Uint32Array(512 * SPAN);
  #spanCount = 0;

  /** Takes in one place of a key. */
  add(key: number, start: number, end: number, inTitle: boolean, isOfSeveralWords: boolean): void {
    const at = this.#placeCount++ * PLACE;
    if (at === this.#places.length) this.#places = twiceAsLong(this.#places);
    this.#places[at] = key;
    this.#places[at + 1] = this.#spanOf(start, end, Number(inTitle));
    this.#places[at + 2] = Number(isOfSeveralWords);
  }

  /** What was gathered for the keys of a fingerprint; begins anew. */
  finish({ keys }: Pick<PrintCore, 'keys'>, { title = '', text }: Pick<Document, 'title' | 'text'>): Mentions {
    const wanted = mentionedOf(keys);
    const { firsts, nexts } = this.#chains(wanted);
    const forms = new Forms(this.#spanCount, (span) => {
      const at = span * SPAN;
      return inOneLine((this.#spans[at + 2] === 1 ? title : text).slice(this.#spans[at], this.#spans[at + 1]));
    });
    const formOf = (place: number): number => forms.of(this.#places[place * PLACE + 1] ?? 0);
    const figures = new Uint16Array(wanted.length * FIGURES);
    for (let at = 0; at < wanted.length; at++) {
      const first = firsts[at] ?? NONE;
      if (first === NONE) throw new TypeError('a key of the fingerprint was never taken in');
      const { form, count } = commonestOf(first, nexts, formOf);
      figures[at * FIGURES] = forms.lineOf(form);
      figures[at * FIGURES + 1] = count;
      figures[at * FIGURES + 2] = this.#places[first * PLACE + 2] ?? 0;
    }
    [this.#placeCount, this.#spanCount] = [0, 0];
    return { forms: forms.lines.join('\n'), figures };
  }

  #spanOf(start: number, end: number, inTitle: number): number {
    const last = (this.#spanCount - 1) * SPAN;
    if (last >= 0 && this.#spans[last] === start && this.#spans[last + 1] === end && this.#spans[last + 2] === inTitle) return this.#spanCount - 1;
    const at = this.#spanCount * SPAN;
    if (at === this.#spans.length) this.#spans = twiceAsLong(this.#spans);
    this.#spans[at] = start;
    this.#spans[at + 1] = end;
    this.#spans[at + 2] = inTitle;
    return this.#spanCount++;
  }

  /** The first place of each wanted key, and the next of the same key after each place. */
  #chains(wanted: Uint32Array): { readonly firsts: Int32Array; readonly nexts: Int32Array } {
    const firsts = new Int32Array(wanted.length).fill(NONE);
    const nexts = new Int32Array(this.#placeCount);
    for (let place = this.#placeCount - 1; place >= 0; place--) {
      const at = placeOf(wanted, this.#places[place * PLACE] ?? 0);
      if (at === NONE) continue;
      nexts[place] = firsts[at] ?? NONE;
      firsts[at] = place;
    }
    return { firsts, nexts };
  }
}

/** The written forms of spans, each by a number; those that are asked for a line have one, in the order in which they are. */
class Forms {
  readonly lines: string[] = [];
  readonly #written: (span: number) => string;
  readonly #numbers = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #formOf: Int32Array;
  readonly #lineOf: number[] = [];

  constructor(spans: number, written: (span: number) => string) {
    this.#written = written;
    this.#formOf = new Int32Array(spans).fill(NONE);
  }

  /** The number of what is written in a span; read when it is first asked for. */
  of(span: number): number {
    const known = this.#formOf[span] ?? NONE;
    if (known !== NONE) return known;
    const form = this.#written(span);
    const number = this.#numbers.get(form) ?? this.#enter(form);
    this.#formOf[span] = number;
    return number;
  }

  lineOf(form: number): number {
    const known = this.#lineOf[form] ?? NONE;
    if (known !== NONE) return known;
    this.#lineOf[form] = this.lines.length;
    this.lines.push(this.#forms[form] ?? '');
    return this.lines.length - 1;
  }

  #enter(form: string): number {
    const number = this.#forms.length;
    this.#numbers.set(form, number);
    this.#forms.push(form);
    this.#lineOf.push(NONE);
    return number;
  }
}

function twiceAsLong(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * list.length);
  longer.set(list);
  return longer;
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
function commonestOf(first: number, nexts: Int32Array, formOf: (place: number) => number): { readonly form: number; readonly count: number } {
  const form = formOf(first);
  let count = 1;
  for (let place = nexts[first] ?? NONE; place !== NONE; place = nexts[place] ?? NONE) {
    if (formOf(place) !== form) return commonest(formsFrom(first, nexts, formOf));
    count++;
  }
  return { form, count };
}

function formsFrom(first: number, nexts: Int32Array, formOf: (place: number) => number): ReadonlyMap<number, number> {
  const forms = new Map<number, number>();
  for (let place = first; place !== NONE; place = nexts[place] ?? NONE) {
    const form = formOf(place);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}

/** The form used most, the first of several, and how often all of them are. */
export function commonest<F>(forms: ReadonlyMap<F, number>): { readonly form: F; readonly count: number } {
  let [form, most, count]: [F | undefined, number, number] = [undefined, 0, 0];
  for (const [each, often] of forms) {
    count += often;
    if (often > most) [form, most] = [each, often];
  }
  if (form === undefined) throw new TypeError('where nothing is written no form is the commonest');
  return { form, count };
}

/** The mentions of a document by key; each is made when it is asked for: a pair shares few of them. */
export function mentionMap(print: Pick<PrintCore, 'keys' | 'details'>, mentions: Mentions): MentionMap {
  return mentions.figures.length === 0 ? NOTHING_MENTIONED : new MentionsByKey(print, mentions);
}

const NOTHING_MENTIONED: MentionMap = new Map<number, Mention>();

class MentionsByKey implements MentionMap {
  /** Ascending, and the detail of each. */
  readonly #keys: Uint32Array;
  readonly #details: Uint32Array;
  readonly #mentions: Mentions;
  #lines: readonly string[] | undefined;

  constructor({ keys, details }: Pick<PrintCore, 'keys' | 'details'>, mentions: Mentions) {
    this.#keys = mentionedOf(keys);
    this.#details = details.filter((_, place) => isMentioned(keys[place] ?? 0));
    this.#mentions = mentions;
  }

  keys(): MapIterator<number> {
    return this.#keys.values();
  }

  has(key: number): boolean {
    return placeOf(this.#keys, key) !== NONE;
  }

  get(key: number): Mention | undefined {
    const at = placeOf(this.#keys, key);
    if (at === NONE) return undefined;
    const { forms, figures } = this.#mentions;
    this.#lines ??= forms.split('\n');
    const first = at * FIGURES;
    return { weight: sentenceWeight(this.#details[at] ?? 0), form: this.#lines[figures[first] ?? 0] ?? '', count: figures[first + 1] ?? 0, isPhrase: figures[first + 2] === 1 };
  }
}
