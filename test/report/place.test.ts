import { expect, test } from 'vitest';
import { placeOf } from '../../src/report/place.ts';

test.each([
  ['a file by its path', 'archive/2026/dam.txt', '2026/dam.txt', 'archive/2026/dam.txt'],
  ['a file named outright', 'dam.txt', 'dam.txt', 'dam.txt'],
  ['a record by its number', 'archive/desk/rows.jsonl', 'desk/rows.jsonl#3', 'archive/desk/rows.jsonl#3'],
  ['a record by its id', 'archive/rows.jsonl', '42', 'archive/rows.jsonl#42'],
  ['a record whose id looks like another file', 'archive/rows.jsonl', 'dam.txt#2', 'archive/rows.jsonl#dam.txt#2'],
  ['what came by standard input by its id', '-', '42', '42'],
])('%s', (_, path, id, place) => {
  expect(placeOf({ path, id })).toBe(place);
});
