import { expect, test } from 'vitest';
import * as stopwordLists from 'stopword';
import { stem } from '../../src/extract/stem.ts';
import { LANGUAGES } from '../../src/language/table.ts';

const ROWS = [...LANGUAGES.values()];

test('every row has a BCP 47 code, an ISO 639-3 code of its own and a script', () => {
  for (const { code, iso3, script } of ROWS) {
    expect(code).toMatch(/^[a-z]{2,3}$/);
    expect(iso3).toMatch(/^[a-z]{3}$/);
    expect(script).toMatch(/^[A-Z][a-z]{3}$/);
  }
  expect(new Set(ROWS.map((row) => row.iso3)).size).toBe(ROWS.length);
});

test('relatives and absorbed languages are languages of the table, and none is its own', () => {
  for (const { code, kin, absorbs } of ROWS) {
    for (const other of [...kin, ...absorbs]) expect(LANGUAGES.has(other), `${other}, named by ${code}`).toBe(true);
    expect([...kin, ...absorbs]).not.toContain(code);
  }
});

test('an absorbed language is written in the script of the one it is taken for', () => {
  for (const { code, script, absorbs } of ROWS) {
    for (const other of absorbs) expect(LANGUAGES.get(other)?.script, `${other}, named by ${code}`).toBe(script);
  }
});

test('every stop word list named is in the package', () => {
  const lists = new Map<string, readonly string[]>(Object.entries(stopwordLists));
  const named = ROWS.map((row) => row.stopwords).filter((name) => name !== '');
  for (const name of named) expect(lists.get(name), name).toContainEqual(expect.any(String));
});

test('every stemmer named is in the package', () => {
  for (const { code, stemmer } of ROWS) expect(stem('ministeri', code) === undefined, code).toBe(stemmer === '');
});
