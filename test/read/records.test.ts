import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codesOf, idsOf, readFileOf, readFolderOf, type Collected } from './folder.ts';

const DRILLS = {
  id: 'drills',
  title: 'Esercitazioni',
  text: 'Le esercitazioni dureranno una settimana.',
  language: 'it',
  date: '2023-01-17T10:00:00Z',
  url: 'https://example.org/drills',
};
const FLOOD = { text: 'Ponad tysiąc osób ewakuowano.' };

async function readRecord(record: unknown): Promise<Collected> {
  return readFileOf('news.json', JSON.stringify([record]));
}

describe('a JSON file', () => {
  test('gives a document for each record of an array, those without id called by their place', async () => {
    const { documents, diagnostics } = await readFileOf('news.json', JSON.stringify([DRILLS, FLOOD]));
    expect(documents).toEqual([
      { ...DRILLS, path: 'news.json' },
      { id: 'news.json#2', path: 'news.json', text: FLOOD.text },
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('may keep its records under articles, documents or items', async () => {
    for (const name of ['articles', 'documents', 'items']) {
      const read = await readFileOf('news.json', JSON.stringify({ total: 2, [name]: [DRILLS, FLOOD] }, null, 2));
      expect(idsOf(read)).toEqual(['drills', 'news.json#2']);
    }
  });

  test('may be one record, even one that has items of its own', async () => {
    const read = await readFileOf('news.json', JSON.stringify({ ...FLOOD, items: ['map'] }));
    expect(read.documents).toEqual([{ id: 'news.json#1', path: 'news.json', text: FLOOD.text }]);
  });

  test('that holds an empty list says so', async () => {
    expect(codesOf(await readFileOf('news.json', '[]'))).toEqual(['empty-document']);
    expect(codesOf(await readFileOf('news.json', '{"articles": []}'))).toEqual(['empty-document']);
  });

  test('that is broken is told by line, column, what was expected and what was found', async () => {
    const read = await readFileOf('news.json', '[\n  {"text": "One."},\n  {"text": "Two." "id": 2}\n]');
    expect(read.documents).toEqual([]);
    expect(read.diagnostics).toMatchObject([{ code: 'broken-json', severity: 'error', document: 'news.json' }]);
    expect(read.diagnostics[0]?.message).toContain('at line 3, column 19: expected "," or "}", found a double quote.');
  });

  test('nested beyond all measure costs that file only', async () => {
    const deep = '['.repeat(100_000);
    const read = await readFolderOf({ 'deep.json': deep + ']'.repeat(100_000), 'good.txt': 'Gut.' });
    expect(idsOf(read)).toEqual(['good.txt']);
    expect(read.diagnostics).toHaveLength(1);
  });

  test('too large to be held whole is read record by record, and loses only those that are broken', async () => {
    const records = Array.from({ length: 200 }, (_, index) => ({ id: `n${index}`, text: `Notizia "${index}" [\\] {}.`, tags: [['a'], { b: '],' }] }));
    for (const value of [records, { meta: { articles: [7], x: 'articles' }, articles: records, more: [1] }]) {
      for (const indent of [0, 2]) {
        const read = await readFileOf('news.json', JSON.stringify(value, null, indent), { maxFileBytes: 1000 });
        expect([read.documents.length, read.diagnostics]).toEqual([200, []]);
        expect(read.documents.map(({ text }) => text)).toContain('Notizia "199" [\\] {}.');
      }
    }
    const broken = `[${JSON.stringify(FLOOD)}, {"text": tru}, {"text": "${'x'.repeat(900)}"}, ${JSON.stringify(DRILLS)}, {"text": "cut`;
    const read = await readFileOf('news.json', broken, { maxFileBytes: 800, maxLineBytes: 500 });
    expect(idsOf(read)).toEqual(['drills', 'news.json#1']);
    expect(codesOf(read)).toEqual(['broken-json', 'line-too-long', 'broken-json']);
    expect(read.diagnostics[0]?.message).toContain('record 2 is not valid JSON at line 1, column');
    expect(codesOf(await readFileOf('news.json', `{"text": "${'x'.repeat(900)}"}`, { maxFileBytes: 800 }))).toEqual(['file-too-large']);
  });

  test('that is really lines of JSON is read as such', async () => {
    const read = await readFileOf('export.json', `${JSON.stringify(DRILLS)}\n\n${JSON.stringify(FLOOD)}\n`);
    expect(idsOf(read)).toEqual(['drills', 'export.json#3']);
  });
});

describe('a JSONL file', () => {
  test('gives a document a line, those without id called by their line', async () => {
    for (const name of ['news.jsonl', 'news.ndjson', 'NEWS.JSONL']) {
      const read = await readFileOf(name, `\uFEFF${JSON.stringify(DRILLS)}\r\n\r\n${JSON.stringify(FLOOD)}`);
      expect(read.documents).toContainEqual({ ...DRILLS, path: name });
      expect(read.documents).toContainEqual({ id: `${name}#3`, path: name, text: FLOOD.text });
      expect(read.diagnostics).toEqual([]);
    }
  });

  test('keeps the line number of a single record after blank lines', async () => {
    expect(idsOf(await readFileOf('news.jsonl', `\n\n${JSON.stringify(FLOOD)}\n`))).toEqual(['news.jsonl#3']);
  });

  test('is read out of gzip', async () => {
    expect(idsOf(await readFileOf('news.jsonl.gz', gzipSync(JSON.stringify(DRILLS))))).toEqual(['drills']);
  });

  test('loses only the lines that are broken', async () => {
    const read = await readFileOf('news.jsonl', `{"text": "One."\n{"text": "Two."}\nhello\n{"text": "Four."}\n`);
    expect(idsOf(read)).toEqual(['news.jsonl#2', 'news.jsonl#4']);
    expect(codesOf(read)).toEqual(['broken-json', 'broken-json']);
    expect(read.diagnostics[0]?.message).toContain('line 1, column 16: expected "," or "}", found the end');
    expect(read.diagnostics[1]?.message).toContain('line 3, column 1: expected a value, found "hello"');
  });

  test('loses only the lines that are not UTF-8, and tells the byte in the file', async () => {
    const wrong = Buffer.from('{"text": "Übung"}\n', 'latin1');
    const read = await readFileOf('news.jsonl', Buffer.concat([Buffer.from('{"text": "é"}\n'), wrong, Buffer.from(JSON.stringify(DRILLS))]));
    expect(idsOf(read)).toEqual(['drills', 'news.jsonl#1']);
    expect(read.diagnostics).toMatchObject([{ code: 'wrong-encoding', document: 'news.jsonl' }]);
    expect(read.diagnostics[0]?.message).toContain('line 2 is not valid UTF-8 at byte 25');
  });

  test('may be larger than what is held in one piece, a line of it may not', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => JSON.stringify({ text: `Notizia ${index}.` })).join('\n');
    expect((await readFileOf('news.jsonl', lines, { maxFileBytes: 1000 })).documents).toHaveLength(200);
    const long = `{"text": "Breve."}\n{"text": "${'x'.repeat(1000)}"}\n{"text": "Fine."}`;
    const read = await readFileOf('news.jsonl', long, { maxFileBytes: 1000 });
    expect(idsOf(read)).toEqual(['news.jsonl#1', 'news.jsonl#3']);
    expect(read.diagnostics).toMatchObject([{ code: 'line-too-long', document: 'news.jsonl' }]);
    expect(read.diagnostics[0]?.message).toContain('news.jsonl, line 2 is left out: it has 1012 bytes');
  });

  test('that holds an array after all is read as one', async () => {
    expect(idsOf(await readFileOf('news.jsonl', JSON.stringify([FLOOD, FLOOD])))).toEqual(['news.jsonl#1', 'news.jsonl#2']);
  });
});

describe('a record', () => {
  test('without text, or with text of another type, is an error and is left out', async () => {
    for (const record of [{ id: 'a' }, { text: null }, { text: ['One.'] }, { text: 7 }, 'One.', 7, null, [FLOOD]]) {
      const read = await readRecord(record);
      expect(read.documents).toEqual([]);
      expect(read.diagnostics).toMatchObject([{ code: 'invalid-record', severity: 'error', document: 'news.json' }]);
    }
    expect((await readRecord({ id: 'a' })).diagnostics[0]?.message).toMatch(/^news\.json, record 1: the field "text" is missing\./);
  });

  test('with blank text is left out with a warning', async () => {
    expect(codesOf(await readRecord({ text: ' \n' }))).toEqual(['empty-document']);
  });

  test('keeps its text when another field has the wrong type', async () => {
    const read = await readRecord({ ...FLOOD, title: ['Powódź'], date: 20230117, id: {} });
    expect(read.documents).toEqual([{ id: 'news.json#1', path: 'news.json', text: FLOOD.text }]);
    expect(codesOf(read)).toEqual(['ignored-field', 'ignored-field', 'ignored-field']);
    expect(read.diagnostics[0]?.message).toContain('"title" is an array');
  });

  test('may leave fields null or empty, and have fields unknown here', async () => {
    const read = await readRecord({ ...FLOOD, title: null, url: '', id: '', keywords: [1] });
    expect(read.documents).toEqual([{ id: 'news.json#1', path: 'news.json', text: FLOOD.text }]);
    expect(read.diagnostics).toEqual([]);
  });

  test('may have a number for its id, if it is exact', async () => {
    expect(idsOf(await readRecord({ ...FLOOD, id: 0 }))).toEqual(['0']);
    const read = await readFileOf('news.json', '[{"text": "One.", "id": 12345678901234567890}]');
    expect(idsOf(read)).toEqual(['news.json#1']);
    expect(read.diagnostics[0]?.message).toContain('a number too large to be exact');
  });

  test('takes nothing from a prototype', async () => {
    const read = await readFileOf('news.json', '[{"__proto__": {"text": "Planted."}}, {"__proto__": {"title": "Planted"}, "text": "One."}]');
    expect(read.documents).toEqual([{ id: 'news.json#2', path: 'news.json', text: 'One.' }]);
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  test('has its text cut and its CRLF turned into LF like a file', async () => {
    const content = JSON.stringify({ text: `Prima riga\r\n${'parola '.repeat(50)}` });
    const read = await readFileOf('a.jsonl', content, { maxDocumentCharacters: 100 });
    expect(read.documents[0]?.text).toMatch(/^Prima riga\n(?:parola )+$/);
    expect(codesOf(read)).toEqual(['document-cut']);
  });
});

describe('ids that repeat', () => {
  test('are told apart, with a warning each', async () => {
    const records = ['a', 'a~2', 'a', 'a', 'b'].map((id, index) => ({ id, text: `Notizia ${index}.` }));
    const read = await readFileOf('news.json', JSON.stringify(records));
    expect(read.documents.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'Notizia 0.'],
      ['a~2', 'Notizia 1.'],
      ['a~3', 'Notizia 2.'],
      ['a~4', 'Notizia 3.'],
      ['b', 'Notizia 4.'],
    ]);
    expect(read.diagnostics).toMatchObject([
      { code: 'repeated-id', severity: 'warning', document: 'a~3' },
      { code: 'repeated-id', severity: 'warning', document: 'a~4' },
    ]);
  });
});
