import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KernelMemory, ownMemory, SORT_ROOM } from '../../src/kernel/kernel.ts';
import { unitsOf } from '../../src/kernel/text.ts';

test('arrays are apart from each other and from those that another thread makes in the same memory, and all zeros', () => {
  const one = new KernelMemory();
  const other = new KernelMemory(one.memory);
  const arrays = [one.uint32(3), other.bytes(5), one.float64(20_000), other.uint16(70_001), one.bytes(1), other.uint32(4)];
  for (const array of arrays) {
    expect(array.every((value) => value === 0)).toBe(true);
    expect(array.byteOffset).toBeGreaterThan(0);
    expect(array.byteOffset % 8).toBe(0);
  }
  for (const [at, array] of arrays.entries()) array.fill(at + 1);
  for (const [at, array] of arrays.entries()) expect(array.every((value) => value === at + 1)).toBe(true);
});

test('memory that is cleared is empty again, and has its first arrays where they were', () => {
  const memory = new KernelMemory();
  const first = memory.uint32(100_000).fill(7);
  const { taken } = memory;
  memory.clear();
  expect(memory.taken).toBeLessThan(100);
  const again = memory.uint32(100_000);
  expect([again.byteOffset, memory.taken]).toEqual([first.byteOffset, taken]);
  expect(again.every((value) => value === 0)).toBe(true);
});

test('more than has addresses is refused, and says from where on', () => {
  expect(() => new KernelMemory().bytes(2 ** 32)).toThrow(/4 GB .* three million articles/);
});

test('the kernel reads the code units of a text, of any script and length', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { minLength: 1, maxLength: 3 }), (texts) => {
      for (const text of [...texts, texts.join('').repeat(1_000)]) {
        const at = unitsOf(text);
        const units = new Uint16Array(ownMemory().memory.buffer, at, text.length);
        expect(units.every((unit, place) => unit === text.charCodeAt(place))).toBe(true);
      }
    }),
  );
});

test('numbers are sorted, each once', () => {
  const memory = new KernelMemory();
  const [numbers, room] = [memory.uint32(2_000), memory.bytes(8_000 + SORT_ROOM).byteOffset];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(20)), { maxLength: 2_000 }), (list) => {
      numbers.set(list);
      const left = memory.kernel.distinct(numbers.byteOffset, list.length, room);
      expect([...numbers.subarray(0, left)]).toEqual([...new Set(list)].sort((x, y) => x - y));
    }),
  );
});
