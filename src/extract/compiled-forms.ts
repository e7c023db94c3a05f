import { Beginnings } from './beginnings.ts';
import { indexForms, type Entry, type FormIndex, type Start, type Stemmed } from './form-index.ts';

/** Keys, each followed by the numbers that stand under it: an array is read faster than an object of thousands of fields. */
type Flat = readonly (string | readonly number[])[];

/** A form index as JSON: entries by number; under a stem, each number is followed by its form; under a start, each number is followed by the letters that may come after it. */
interface CompiledForms {
  readonly entries: readonly (readonly [kind: 0 | 1, id: string, capital: 0 | 1, rest: readonly (readonly [string, number])[]])[];
  readonly stems: readonly (string | readonly (number | string)[])[];
  readonly starts: Flat;
  readonly runs: Flat;
}

/** The forms of a language as a file that is read in a tenth of the time that folding and stemming the tables takes. */
export function compileForms(language: string): string {
  const index = indexForms(language);
  index.wakeAll();
  const numbers = new Map<string, number>();
  const numberOf = ({ kind, id, capital, rest }: Entry): number => {
    const entry = JSON.stringify([kind === 'concept' ? 0 : 1, id, capital ? 1 : 0, rest.map(({ text, extra }) => [text, extra])]);
    const number = numbers.get(entry) ?? numbers.size;
    numbers.set(entry, number);
    return number;
  };
  const stems = flat(index.stems, ({ entry, text }) => [numberOf(entry), text]);
  const starts = flat(index.starts, ({ entry, extra }) => [numberOf(entry), extra]);
  const runs = flat(index.runs, (entry) => [numberOf(entry)]);
  return `{"entries":[${[...numbers.keys()].join(',')}],"stems":${stems},"starts":${starts},"runs":${runs}}\n`;
}

function flat<V>(map: ReadonlyMap<string, readonly V[]>, numbersOf: (value: V) => readonly (number | string)[]): string {
  return JSON.stringify([...map].flatMap(([key, values]) => [key, values.flatMap(numbersOf)]));
}

/** The form index of such a file. Throws `SyntaxError` for another. */
export function parseForms(json: string): FormIndex {
  const { entries, stems, starts, runs }: CompiledForms = JSON.parse(json);
  // An object each time: two forms of one entry are told apart by theirs.
  const entryAt = (number: number): Entry => {
    const [kind, id, capital, rest] = entries[number] ?? [0, '', 0, []];
    return { kind: kind === 0 ? 'concept' : 'entity', id, capital: capital === 1, rest: rest.map(([text, extra]) => ({ text, extra })) };
  };
  const entriesOf = (numbers: readonly number[]): readonly Entry[] => numbers.map(entryAt);
  const stemmedOf = (cells: readonly (number | string)[]): readonly Stemmed[] =>
    cells.flatMap((number, at) => (typeof number === 'number' ? [{ entry: entryAt(number), text: String(cells[at + 1]) }] : []));
  const startsOf = (numbers: readonly number[]): readonly Start[] =>
    numbers.flatMap((number, at) => (at % 2 === 0 ? [{ entry: entryAt(number), extra: numbers[at + 1] ?? 0 }] : []));
  const [begun, all] = [byKey(starts), byKey(runs)];
  const beginnings = new Beginnings();
  for (const form of begun.keys()) beginnings.add(form);
  return { stems: taken(byKey(stems), stemmedOf), starts: taken(begun, startsOf), beginnings, runs: new Map([...all].map(([key, numbers]) => [key, entriesOf(numbers)])) };
}

function byKey<C extends number | string>(list: readonly (string | readonly C[])[]): ReadonlyMap<string, readonly C[]> {
  const map = new Map<string, readonly C[]>();
  for (let at = 0; at < list.length; at += 2) {
    const [key, numbers] = [list[at], list[at + 1]];
    if (typeof key === 'string' && typeof numbers === 'object') map.set(key, numbers);
  }
  return map;
}

/** Values made once they are asked for: most never are. */
function taken<V, C>(numbers: ReadonlyMap<string, readonly C[]>, valueOf: (numbers: readonly C[]) => V): { readonly get: (key: string) => V | undefined } {
  const made = new Map<readonly C[], V>();
  return {
    get: (key) => {
      // Most keys asked for are the beginnings of words, and none.
      const raw = numbers.get(key);
      if (raw === undefined) return undefined;
      const value = made.get(raw) ?? valueOf(raw);
      made.set(raw, value);
      return value;
    },
  };
}
