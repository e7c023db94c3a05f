import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linksIn } from '../../src/read/links.ts';

function read(text: string): readonly (readonly (string | undefined)[])[] {
  return linksIn(text.split('\n').map((line, at) => ({ text: line, number: at + 1 })), 'links.txt');
}

function idsOf(line: string): readonly (string | undefined)[] | undefined {
  return read(line)[0]?.slice(0, 2);
}

test('two ids stand on a line, with a tab, a comma or spaces between', () => {
  for (const line of ['flood-en flood-de', 'flood-en\tflood-de', 'flood-en,flood-de', 'flood-en , flood-de', '  flood-en   flood-de  ']) {
    expect(idsOf(line)).toEqual(['flood-en', 'flood-de']);
  }
});

test('a reason after the second id is not read', () => {
  for (const line of ['a b one wire copy, cut', 'a,b,one wire copy', 'a\tb\tone wire copy', 'a b # seen by hand', 'a\tb # seen by hand', 'a b\t# seen']) {
    expect(idsOf(line)).toEqual(['a', 'b']);
  }
});

test('comments and empty lines are passed over, and the lines are counted with them', () => {
  expect(read('# flood\n\n  # of May\na b\n\t\nb c')).toEqual([['a', 'b', 'links.txt line 4'], ['b', 'c', 'links.txt line 6']]);
});

test('a record is called by a # within its id, and a page by one in its address', () => {
  expect(idsOf('news.json#2 news.json#3 # both cut')).toEqual(['news.json#2', 'news.json#3']);
  expect(idsOf('https://example.org/a#top\tb')).toEqual(['https://example.org/a#top', 'b']);
});

test('ids with spaces are quoted, or have tabs between', () => {
  expect(idsOf('"River Alder.txt" "Weston, flooded.txt" same')).toEqual(['River Alder.txt', 'Weston, flooded.txt']);
  expect(idsOf('"a ""quoted"" id",b')).toEqual(['a "quoted" id', 'b']);
  expect(idsOf('River Alder.txt\tWeston, flooded.txt\tsame')).toEqual(['River Alder.txt', 'Weston, flooded.txt']);
});

test('a line with one id is an error that names file and line', () => {
  expect(() => read('a b\nflood-en')).toThrow('links.txt line 2 has one id only, "flood-en".');
  expect(() => read('flood-en # flood-de')).toThrow('has one id only');
});

test('quoted ids are read as they were written, whatever they hold', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[\n\t]/.test(text));
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(fc.property(id, id, (a, b) => {
    expect(idsOf(`${quoted(a)}, ${quoted(b)} reason`)).toEqual([a, b]);
  }));
});
