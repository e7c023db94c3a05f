import { familyIndex, type PrintCore } from './print.ts';
import { KEY_FAMILIES } from '../types.ts';

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

/** Gathers the forms of one document after the other. */
export class MentionGatherer {
  readonly #byKey = new Map<number, { readonly forms: Map<string, number>; readonly isPhrase: boolean }>();

  /** Takes in one place of a key; `key` is called `name`. */
  add(key: number, name: string, form: string): void {
    const known = this.#byKey.get(key);
    const written = form.includes(' ') || /\s/u.test(form) ? form.replace(/\s+/gu, ' ') : form;
    if (known === undefined) this.#byKey.set(key, { forms: new Map([[written, 1]]), isPhrase: name.startsWith('m:') });
    else known.forms.set(written, (known.forms.get(written) ?? 0) + 1);
  }

  /** What was gathered for the keys of a fingerprint; begins anew. */
  finish({ keys }: Pick<PrintCore, 'keys'>): Mentions {
    const lines = new Map<string, number>();
    const figures: number[] = [];
    for (const key of keys) {
      if (!isMentioned(key)) continue;
      const { forms = new Map<string, number>(), isPhrase = false } = this.#byKey.get(key) ?? {};
      const { form, count } = commonest(forms);
      const line = lines.get(form) ?? lines.size;
      lines.set(form, line);
      figures.push(line, count, Number(isPhrase));
    }
    this.#byKey.clear();
    return { forms: [...lines.keys()].join('\n'), figures: Uint16Array.from(figures) };
  }
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
    const [line = 0, count = 0, phrase = 0] = figures.subarray(at, at + FIGURES);
    map.set(key, { weight: weights[place] ?? 0, form: lines[line] ?? '', count, isPhrase: phrase === 1 });
    at += FIGURES;
  }
  return map;
}
