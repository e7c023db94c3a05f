import { STEPS_PER_NAT } from '../../src/fingerprint/weight.ts';
import type { PrintCore } from '../../src/fingerprint/print.ts';
import { normsOf } from '../../src/fingerprint/print.ts';
import { mix } from '../../src/extract/shingles.ts';
import type { Prepared } from '../../src/pair.ts';
import type { Random } from '../random.ts';

/** The weight from which on the background tells no rates apart, in nats; such keys are in so many documents of all. */
const RAREST = 7.5;
const RATE_OF_RAREST = 2e-5;

/** Of the documents so many are a version of the one before: all but a tenth of its keys and word sequences. */
const VERSIONS = 0.1;
const CHANGED = 0.1;

/**
 * Fingerprints of articles that nobody wrote, without end: those of made-up articles with their keys exchanged for others of the
 * same weight, so that each key is in about as many of the documents as its weight says. Common keys stay.
 */
export function* recombine(base: readonly Prepared[], random: Random): Generator<Prepared> {
  const counts = new Map<number, number>();
  for (const { print } of base) for (const key of print.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let before: Prepared | undefined;
  for (let number = 0; ; number++) {
    const isVersion = before !== undefined && random.chance(VERSIONS);
    const from: Prepared | undefined = isVersion ? before : base[random.below(base.length)];
    if (from === undefined) return;
    const other = (key: number, steps: number): number => (isVersion ? (random.chance(CHANGED) ? keyLike(key, random.below(1e6)) : key) : keyLike(key, random.below(variants(steps, (counts.get(key) ?? 1) / base.length))));
    const print = exchanged(from.print, other, () => (isVersion && !random.chance(CHANGED) ? 0 : 1 + random.below(2 ** 30)));
    const id = `article-${number}`;
    const date = new Date(Date.UTC(2024, 0, 1) + random.below(30) * 86_400_000).toISOString().slice(0, 10);
    const document = { id, path: id, date, url: `https://www.example.org/news/${date}/${mix(number).toString(36)}-${id}.html` };
    before = { ...from, document, print, removed: [], contentHash: Array.from({ length: 4 }, (_, part) => mix(number * 4 + part).toString(16).padStart(8, '0')).join('') };
    yield before;
  }
}

/** How many keys share the weight and place of one, for each to be as common as the weight says. */
function variants(steps: number, rateInBase: number): number {
  const weight = steps / STEPS_PER_NAT;
  return Math.max(1, Math.round(rateInBase / (weight >= RAREST ? RATE_OF_RAREST : Math.exp(-weight))));
}

/** Another key of the family, in 28 bits. */
function keyLike(key: number, variant: number): number {
  return variant === 0 ? key : (mix(key ^ mix(variant)) & 0x0ffffffc) | (key & 3);
}

function exchanged({ language, lengths, keys, steps, first, places, shingles }: PrintCore, other: (key: number, steps: number) => number, salt: () => number): PrintCore {
  const entries = new Map<number, number>();
  for (let at = 0; at < keys.length; at++) entries.set(other(keys[at] ?? 0, steps[at] ?? 0), at);
  const order = [...entries].sort(([x], [y]) => x - y);
  const [newFirst, newPlaces]: [number[], number[]] = [[0], []];
  for (const [, at] of order) {
    newPlaces.push(...places.subarray(first[at] ?? 0, first[at + 1] ?? 0));
    newFirst.push(newPlaces.length);
  }
  const core = { keys: Uint32Array.from(order, ([key]) => key), steps: Uint8Array.from(order, ([, at]) => steps[at] ?? 0), first: Uint32Array.from(newFirst) };
  const changed = Uint32Array.from(shingles, (shingle) => {
    const by = salt();
    // The sample of word sequences is the lowest quarter of all hashes.
    return by === 0 ? shingle : mix(shingle ^ by) >>> 2;
  }).sort();
  return { language, lengths, ...core, places: Uint16Array.from(newPlaces), shingles: new Uint32Array(new Set(changed)), norms: normsOf(core) };
}
