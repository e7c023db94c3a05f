import { KEY_BITS } from '../../src/extract/key-name.ts';
import { mix, SHINGLE_BITS } from '../../src/extract/shingles.ts';
import { detailOf, familyIndex, firstIn, normsOf, stepsIn, timesIn, type PrintCore } from '../../src/fingerprint/print.ts';
import { STEPS_PER_NAT } from '../../src/fingerprint/weight.ts';
import type { Prepared } from '../../src/pair.ts';
import { KEY_FAMILIES } from '../../src/types.ts';
import type { Random } from '../random.ts';

/** The weight from which on the background tells no rates apart, in nats; such keys are in so many documents of all. */
const RAREST = 7.5;
const RATE_OF_RAREST = 2e-5;

/** Of the documents so many are a version of the one before: all but a tenth of its keys and word sequences. */
const VERSIONS = 0.1;
const CHANGED = 0.1;

/** Articles that one is put together from: a name stands in several sentences, as it does in theirs. */
const PARENTS = 3;

/** A key in a sentence, with its weight in steps. */
interface Placed {
  readonly key: number;
  readonly steps: number;
}

/** A made-up article by its sentences. */
interface Taken {
  readonly prepared: Prepared;
  readonly sentences: readonly (readonly Placed[])[];
}

/**
 * Fingerprints of articles that nobody wrote, without end: sentences of made-up articles of one language in a new order, their keys
 * exchanged for others of the same weight, so that each key is in about as many of the documents as its weight says. Common keys stay.
 * Their ids begin with `name`.
 */
export function* recombine(base: readonly Prepared[], random: Random, name = 'article'): Generator<Prepared> {
  const counts = new Map<number, number>();
  for (const { print } of base) for (const key of print.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keyLike = likenessAmong(base);
  const all = base.map(takenApart);
  const byLanguage = new Map<string, Taken[]>();
  for (const taken of all) byLanguage.set(taken.prepared.print.language, [...(byLanguage.get(taken.prepared.print.language) ?? []), taken]);
  let before: Prepared | undefined;
  for (let number = 0; ; number++) {
    const isVersion = before !== undefined && random.chance(VERSIONS);
    const like = random.pick(all);
    const from = isVersion && before !== undefined ? before : like.prepared;
    const print = isVersion ? versionOf(from.print, keyLike, random) : printLike(like, byLanguage.get(like.prepared.print.language) ?? [], (key, steps) => keyLike(key, steps, random.below(variants(steps, (counts.get(key) ?? 1) / base.length))), random);
    const id = `${name}-${number}`;
    const date = new Date(Date.UTC(2024, 0, 1) + random.below(30) * 86_400_000).toISOString().slice(0, 10);
    const document = { id, path: id, date, url: `https://www.example.org/news/${date}/${mix(number).toString(36)}-${id}.html` };
    before = { ...from, document, print, removed: [], contentHash: Array.from({ length: 4 }, (_, part) => mix(number * 4 + part + random.below(2 ** 30)).toString(16).padStart(8, '0')).join('') };
    yield before;
  }
}

function takenApart(prepared: Prepared): Taken {
  const { lengths, keys, details } = prepared.print;
  const sentences: Placed[][] = Array.from(lengths, () => []);
  for (const [at, places] of placesOfKeys(prepared.print).entries()) {
    for (const place of places) sentences[place]?.push({ key: keys[at] ?? 0, steps: stepsIn(details[at] ?? 0) });
  }
  return { prepared, sentences };
}

/** The sentences in which each key stands. */
function placesOfKeys({ details, further }: PrintCore): number[][] {
  let taken = 0;
  return Array.from(details, (detail) => [firstIn(detail), ...further.subarray(taken, (taken += timesIn(detail) - 1))]);
}

/** How many keys share the weight and place of one, for each to be as common as the weight says. */
function variants(steps: number, rateInBase: number): number {
  const weight = steps / STEPS_PER_NAT;
  return Math.max(1, Math.round(rateInBase / (weight >= RAREST ? RATE_OF_RAREST : Math.exp(-weight))));
}

/** Another key of the same family and weight. */
type KeyLike = (key: number, steps: number, variant: number) => number;

/** Of the rarest keys any other is one that nobody has seen; of those that the background knows, others that it knows. */
function likenessAmong(base: readonly Prepared[]): KeyLike {
  const known = new Map<number, Set<number>>();
  for (const { print: { keys, details } } of base) {
    for (let at = 0; at < keys.length; at++) {
      const kind = kindOf(keys[at] ?? 0, stepsIn(details[at] ?? 0));
      known.set(kind, (known.get(kind) ?? new Set()).add(keys[at] ?? 0));
    }
  }
  const lists = new Map([...known].map(([kind, keys]) => [kind, [...keys]]));
  return (key, steps, variant) => {
    if (variant === 0) return key;
    const drawn = mix(key ^ mix(variant));
    const list = lists.get(kindOf(key, steps)) ?? [];
    return steps / STEPS_PER_NAT >= RAREST ? ((drawn >>> (32 - KEY_BITS)) & ~3) | familyIndex(key) : (list[drawn % list.length] ?? key);
  };
}

function kindOf(key: number, steps: number): number {
  return steps * KEY_FAMILIES.length + familyIndex(key);
}

function printLike({ prepared: { print } }: Taken, others: readonly Taken[], other: (key: number, steps: number) => number, random: Random): PrintCore {
  const parents = Array.from({ length: PARENTS }, () => random.pick(others));
  const exchanged = new Map<number, number>();
  const found = new Map<number, { readonly steps: number; readonly places: number[] }>();
  const lengths = new Uint32Array(print.lengths.length);
  for (let place = 0; place < lengths.length; place++) {
    const parent = random.pick(parents);
    const sentence = random.below(Math.max(1, parent.sentences.length));
    lengths[place] = parent.prepared.print.lengths[sentence] ?? 0;
    for (const { key, steps } of parent.sentences[sentence] ?? []) {
      const own = exchanged.get(key) ?? other(key, steps);
      exchanged.set(key, own);
      const known = found.get(own);
      if (known === undefined) found.set(own, { steps, places: [place] });
      else if (known.places.at(-1) !== place) known.places.push(place);
    }
  }
  // The sample of word sequences is the lowest quarter of all hashes.
  const shingles = Uint32Array.from(print.shingles, () => madeUpShingle(random));
  return printOf(print.language, lengths, found, shingles);
}

function versionOf(print: PrintCore, keyLike: KeyLike, random: Random): PrintCore {
  const { language, lengths, keys, details, shingles } = print;
  const places = placesOfKeys(print);
  const found = new Map<number, { readonly steps: number; readonly places: number[] }>();
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const own = stepsIn(details[at] ?? 0);
    found.set(random.chance(CHANGED) ? keyLike(key, own, 1 + random.below(1e6)) : key, { steps: own, places: places[at] ?? [] });
  }
  return printOf(language, lengths, found, Uint32Array.from(shingles, (shingle) => (random.chance(CHANGED) ? madeUpShingle(random) : shingle)));
}

/** A word sequence of a sample of which a quarter was kept. */
function madeUpShingle(random: Random): number {
  return mix(1 + random.below(2 ** 30)) >>> (32 - SHINGLE_BITS + 2);
}

function printOf(language: string, lengths: Uint32Array, found: ReadonlyMap<number, { readonly steps: number; readonly places: readonly number[] }>, shingles: Uint32Array): PrintCore {
  const keys = Uint32Array.from(found.keys()).sort();
  const own = Array.from(keys, (key) => found.get(key) ?? { steps: 0, places: [] });
  const details = Uint32Array.from(own, ({ steps, places }) => detailOf(steps, places.length, places[0] ?? 0));
  const further = Uint16Array.from(own.flatMap(({ places }) => places.slice(1)));
  return { language, lengths, keys, details, further, shingles: new Uint32Array(new Set(shingles.sort())), norms: normsOf({ keys, details }) };
}
