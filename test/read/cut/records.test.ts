import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepRecords } from '../../../src/read/cut/records.ts';
import { limitsOf } from '../../../src/read/limits.ts';
import { readCsv } from '../../../src/read/records/csv.ts';

function kept(text: string, kind: Parameters<typeof keepRecords>[1], ...numbers: readonly number[]): string {
  return keepRecords(Buffer.from(text), kind, new Set(numbers)).toString('utf8');
}

describe('lines of JSON', () => {
  test('are kept as they are, their line ends too', () => {
    expect(kept('{"a": 1}\r\n{"b":2}\n\n{"c":3}', 'lines', 1, 4)).toBe('{"a": 1}\r\n{"c":3}');
    expect(kept('{"a":1}\n{"b":2}\n', 'lines', 2)).toBe('{"b":2}\n');
    expect(kept('{"a":1}\n', 'lines')).toBe('');
  });

  test('kept and left out are together what there was', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => `${JSON.stringify({ text })}\n`);
    fc.assert(fc.property(fc.array(fc.tuple(line, fc.boolean())), (lines) => {
      const bytes = Buffer.from(lines.map(([text]) => text).join(''));
      const numbersOf = (wanted: boolean) => new Set(lines.flatMap(([, isKept], at) => (isKept === wanted ? [at + 1] : [])));
      const both = [true, false].flatMap((wanted) => keepRecords(bytes, 'lines', numbersOf(wanted)).toString('utf8').split('\n').slice(0, -1));
      expect(both.toSorted()).toEqual(lines.map(([text]) => text.slice(0, -1)).toSorted());
    }));
  });
});

describe('a table', () => {
  test('keeps its head, and rows whose cells have line ends and quotation marks', () => {
    const table = 'id,text\n1,"Two\nlines, ""quoted"""\n2,Plain\n3,"Last"';
    expect(kept(table, 'table', 2)).toBe('id,text\n1,"Two\nlines, ""quoted"""\n');
    expect(kept(table, 'table', 3, 4)).toBe('id,text\n2,Plain\n3,"Last"');
    expect(kept(table, 'table')).toBe('id,text\n');
  });

  test('takes a quotation mark within a cell for text, and any between tabs', () => {
    expect(kept('id,text\n1,5" wide\n2,More\n', 'table', 3)).toBe('id,text\n2,More\n');
    expect(kept('id\ttext, of, all\n1\t"So\n2\tMore\n', 'tabs', 3)).toBe('id\ttext, of, all\n2\tMore\n');
  });

  test('may begin with a byte order mark, even before a quoted head', () => {
    expect(kept('\uFEFF"id","te\nxt"\n1,A\n2,B\n', 'table', 3)).toBe('\uFEFF"id","te\nxt"\n2,B\n');
  });

  test('loses empty lines, and keeps the line ends of each row, of whatever kind', () => {
    expect(kept('id,text\r\n\r\n1,"A\r\nB"\r\n\r\n2,B\n3,C\r\n', 'table', 2, 4)).toBe('id,text\r\n1,"A\r\nB"\r\n3,C\r\n');
    expect(kept('id,text\r1,A\r2,B', 'table', 3, 2)).toBe('id,text\r1,A\r2,B');
  });

  test('has the rows that its reader found in it, under the same numbers, whatever is in them', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\t', ' ', '\n', '\r\n') });
    const row = fc.tuple(cell, fc.boolean(), fc.constantFrom('\n', '\r\n', '\n\n')).map(([text, isQuoted, end]) => `${isQuoted ? `"${text.replaceAll('"', '""')}"` : text},x${end}`);
    await fc.assert(fc.asyncProperty(fc.array(row), async (rows) => {
      const table = `text,id\n${rows.join('')}`;
      for (const [number, text] of await rowsRead(table)) expect(await rowsRead(kept(table, 'table', number))).toEqual([[2, text]]);
    }));
  });
});

/** The texts of a table by the numbers of their rows. */
async function rowsRead(table: string): Promise<readonly (readonly [number, string])[]> {
  const rows: [number, string][] = [];
  for await (const event of readCsv({ path: 'a.csv', id: 'a.csv', chunks: Readable.from([Buffer.from(table)]) }, limitsOf({ fields: {} }))) {
    if (event.kind === 'document' && event.record !== undefined) rows.push([event.record.number, event.document.text]);
  }
  return rows;
}

describe('a JSON list', () => {
  const LIST = '[\n  {"text": "A, [b]"},\n  {"text": "B \\" }"},\n  {"text": "C"}\n]\n';

  test('loses elements with the comma before them, and keeps its layout', () => {
    expect(kept(LIST, 'list', 1, 3)).toBe('[\n  {"text": "A, [b]"},\n  {"text": "C"}\n]\n');
    expect(kept(LIST, 'list', 2, 3)).toBe('[\n  {"text": "B \\" }"},\n  {"text": "C"}\n]\n');
    expect(JSON.parse(kept(LIST, 'list'))).toEqual([]);
    expect(kept(LIST, 'list', 1, 2, 3)).toBe(LIST);
  });

  test('is found within an object, whatever stands around it', () => {
    const file = '\uFEFF{"meta": {"articles": ["x", {}]}, "articles" : [{"text":"A"}, {"text":"B"}], "n": 2}';
    expect(kept(file, 'list', 2)).toBe('\uFEFF{"meta": {"articles": ["x", {}]}, "articles" : [{"text":"B"}], "n": 2}');
  });

  test('that is no list but one record is all or nothing', () => {
    expect(kept('{"text": "A"}\n', 'list', 1)).toBe('{"text": "A"}\n');
    expect(kept('{"text": "A"}\n', 'list')).toBe('');
  });

  test('stays JSON, with exactly the elements kept, whatever they hold', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.jsonValue(), fc.boolean())), fc.constantFrom(undefined, 1, '\t'), (elements, indent) => {
      const text = JSON.stringify(elements.map(([value]) => value), null, indent);
      const numbers = elements.flatMap(([, isKept], at) => (isKept ? [at + 1] : []));
      expect(JSON.parse(kept(text, 'list', ...numbers))).toEqual(JSON.parse(JSON.stringify(elements.filter(([, isKept]) => isKept).map(([value]) => value))));
    }));
  });
});
