import { expect, test } from 'vitest';
import { HeldPrints } from '../../src/archive/held-prints.ts';
import { unpacked } from '../../src/fingerprint/packed-print.ts';
import { detailOf, normsOf, type PrintCore } from '../../src/fingerprint/print.ts';

/** A fingerprint that tells its number in every field. */
function printOf(number: number, count: number): PrintCore {
  const keys = Uint32Array.from({ length: count }, (_, at) => number * 1000 + at);
  const core = { keys, details: new Uint32Array(count).fill(detailOf(1 + (number % 60), 2, number % 2)) };
  return { ...core, language: 'de', lengths: Uint32Array.of(number, 1), further: new Uint16Array(count).fill(number % 3), shingles: Uint32Array.of(number), norms: normsOf(core) };
}

const sizeOf = (number: number): number => 2000 + ((number * 37) % 3000);

test('a fingerprint that is held comes back as it was, or not at all once many have come after it', () => {
  const held = new HeldPrints(16);
  const documents = 2000;
  for (let number = 0; number < documents; number++) {
    held.hold(number, printOf(number, sizeOf(number)));
    if (number % 25 > 0) continue;
    const before = (number * 7919) % (number + 1);
    const found = held.at(before);
    if (found !== undefined) expect(unpacked(found)).toEqual(printOf(before, sizeOf(before)));
  }
  const left = Array.from({ length: documents }, (_, number) => number).filter((number) => held.at(number) !== undefined);
  expect(left.map((number) => held.at(number)).flatMap((found) => (found === undefined ? [] : unpacked(found).shingles[0]))).toEqual(left);
  expect(left).toEqual(Array.from(left, (_, at) => documents - left.length + at));
  expect(left.length).toBeGreaterThan(500);
  expect(left.length).toBeLessThan(documents);
});

test('what is far longer than others is not held', () => {
  const held = new HeldPrints();
  expect(unpacked(held.hold(1, printOf(1, 100_000)))).toEqual(printOf(1, 100_000));
  expect(held.at(1)).toBeUndefined();
});
