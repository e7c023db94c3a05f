import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import { asCsv, asJsonLines, asPage, asRss, warcRecord, warcResponse } from './formats/articles.ts';
import { zipOf } from './formats/zip-writer.ts';
import { zstdOf } from './formats/zstd-writer.ts';
import { codesOf, folderWith, idsOf, readFileOf, readFolderOf, readStdin } from './folder.ts';

const TEXT = 'The ferry Heron ran onto a sandbank off Weston on Tuesday.\nAll 214 people on board were brought ashore by lifeboats.';
const SAMPLE = { id: 'a', title: 'Ferry aground', language: 'en', text: TEXT };

describe('a page', () => {
  const linked = (body: string, more = ''): string => `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"From JSON-LD","datePublished":"2024-03-05","inLanguage":"en-GB","articleBody":${JSON.stringify(body)}${more}}</script>`;

  test('gives the body that its JSON-LD carries, with title, date and language', async () => {
    const body = `${TEXT} `.repeat(20);
    const { documents } = await readFileOf('a.html', asPage(SAMPLE, linked(body)));
    expect(documents).toMatchObject([{ text: body, title: 'From JSON-LD', date: '2024-03-05', language: 'en-GB' }]);
  });

  test('gives what the page shows where the JSON-LD has a teaser only', async () => {
    const { documents } = await readFileOf('a.html', asPage(SAMPLE, linked('The ferry ran aground…')));
    expect(documents).toMatchObject([{ text: TEXT, title: 'From JSON-LD' }]);
  });

  test('tells of translations, of versions in other languages and of its own address', async () => {
    const head = '<link rel="canonical" href="https://a.example/ferry"><link rel="alternate" hreflang="de" href="/faehre"><link rel="alternate" hreflang="x-default" href="/">';
    const { documents } = await readFileOf('a.html', asPage(SAMPLE, `<meta property="og:url" content="https://a.example/ferry">${head}${linked(TEXT, ',"translationOfWork":{"@id":"https://b.example/faehre"}')}`));
    expect(documents[0]).toMatchObject({ url: 'https://a.example/ferry', hints: { alternates: ['https://a.example/faehre'], translations: ['https://b.example/faehre'] } });
  });

  test('is known by its content, whatever it is called, and comes through a pipe', async () => {
    const page = asPage(SAMPLE);
    for (const name of ['a.txt', 'a', 'a.php', 'a.md']) expect((await readFileOf(name, page)).documents[0]?.text).toBe(TEXT);
    expect((await readStdin(page)).documents[0]?.text).toBe(TEXT);
    expect((await readFileOf('a.html', '<p>Only a piece of a page.</p>')).documents[0]?.text).toBe('Only a piece of a page.');
  });

  test('is read as text where the user says so', async () => {
    expect((await readFileOf('a.html', '<p>As it is.</p>', { format: 'text' })).documents[0]?.text).toBe('<p>As it is.</p>');
  });
});

describe('a feed', () => {
  test('in Atom has plain text, HTML and XHTML, and versions in other languages', async () => {
    const entry = (id: string, content: string): string => `<entry xml:lang="en"><id>${id}</id><title>A &amp; B</title><link rel="alternate" hreflang="en" href="https://a.example/${id}"/><link rel="alternate" hreflang="de" href="https://a.example/de/${id}"/><published>2024-03-05T10:00:00Z</published>${content}</entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">${entry('1', '<content>1 &lt; 2, said Falk.</content>')}${entry('2', '<content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>')}${entry('3', '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>and</b> a half.</p><p>Two.</p></div></content>')}</feed>`;
    const { documents } = await readFileOf('feed.xml', feed);
    expect(documents.map(({ text }) => text)).toEqual(['1 < 2, said Falk.', 'One.\nTwo.', 'One and a half.\nTwo.']);
    expect(documents[0]).toMatchObject({ id: '1', title: 'A & B', language: 'en', date: '2024-03-05T10:00:00Z', url: 'https://a.example/1', hints: { alternates: ['https://a.example/de/1'] } });
  });

  test('with summaries only says so, as a note', async () => {
    const feed = asRss([SAMPLE]).replace(/<content:encoded>.*<\/content:encoded>/s, '<description>The ferry ran aground.</description>');
    const read = await readFileOf('feed.xml', feed);
    expect(read.documents[0]?.text).toBe('The ferry ran aground.');
    expect(read.diagnostics).toMatchObject([{ code: 'summary-only', severity: 'note' }]);
  });

  test('never expands an entity of its own, and never leads to a file of this machine', async () => {
    const feed = asRss([SAMPLE]).replace('?>', '?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "planted">]>').replace('<p>The ferry', '<p>&a; &b; The ferry');
    const read = await readFileOf('feed.xml', feed.replaceAll('Ferry aground', '&a;&b;'));
    expect(codesOf(read)).toContain('entities-ignored');
    expect(JSON.stringify(read.documents)).not.toContain('planted');
  });
});

test('of a feed whose items all lead to one page, that page is the address of none', async () => {
  const feed = asRss([SAMPLE, { ...SAMPLE, id: 'b' }, { ...SAMPLE, id: 'c' }]).replace('articles/a<', 'ticker<').replace('articles/b<', 'ticker<');
  const { documents } = await readFileOf('feed.xml', feed);
  expect(documents.map(({ url }) => url)).toEqual([undefined, undefined, 'https://news.example/articles/c']);
});

describe('a table', () => {
  test('has its delimiter told by its first line, and cells over several lines', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const table = delimiter === '\t' ? `id\ttext\n1\tThe "Heron", a ferry\n` : `id${delimiter}text\n1${delimiter}"The ""Heron"", a ferry"\n`;
      expect((await readFileOf('a.csv', table)).documents).toMatchObject([{ id: '1', text: 'The "Heron", a ferry' }]);
    }
    const read = await readFileOf('a.csv', 'Title,Full Text\nOne,"First line\nsecond line"\nTwo,Third\n');
    expect(read.documents.map(({ id, text, title }) => [id, title, text])).toEqual([['a.csv#2', 'One', 'First line\nsecond line'], ['a.csv#4', 'Two', 'Third']]);
    const windows = await readFileOf('a.csv', 'Title,Full Text\r\n\r\nOne,"First line\r\nsecond line"\r\nTwo,Third\n');
    expect(windows.documents.map(({ id, text }) => [id, text])).toEqual([['a.csv#3', 'First line\nsecond line'], ['a.csv#5', 'Third']]);
  });

  test('without a head has its columns by their numbers', async () => {
    const read = await readFileOf('a.tsv', `1161001\thttps://a.example/1\t${SAMPLE.title}\t${TEXT.replace('\n', ' ')}\n`, { fields: { text: '4', id: '1', title: '3', url: '2' } });
    expect(read.documents).toEqual([{ id: '1161001', path: 'a.tsv', text: TEXT.replace('\n', ' '), title: SAMPLE.title, url: 'https://a.example/1' }]);
  });

  test('comes through a pipe too, where its head names a text', async () => {
    expect((await readStdin(asCsv([SAMPLE]))).documents).toMatchObject([{ id: 'a', title: SAMPLE.title, text: TEXT }]);
    expect((await readStdin('Minsk, Tuesday, 17 January\nThe text of an article.\n')).documents).toHaveLength(1);
  });

  test('loses a row that is broken, and says which', async () => {
    const read = await readFileOf('a.csv', `id,text\n1,One.\n2\n3,Three.\n`);
    expect(idsOf(read)).toEqual(['1', '3']);
    expect(read.diagnostics[0]?.message).toMatch(/^a\.csv, line 3: the field "text" is missing/);
  });
});

describe('JSON of any shape', () => {
  test('is read by a map of its fields, with paths into it', async () => {
    const json = JSON.stringify({ took: 3, hits: { hits: [{ _id: 'x', _source: { article: { body: TEXT, head: ['Ferry'] } } }] } });
    const { documents } = await readFileOf('a.json', json, { fields: { records: 'hits.hits', text: '_source.article.body', title: '_source.article.head.0' } });
    expect(documents).toEqual([{ id: 'x', path: 'a.json', text: TEXT, title: 'Ferry' }]);
  });

  test('that keeps its texts as HTML gives them as text', async () => {
    const { documents } = await readFileOf('a.jsonl', `${JSON.stringify({ text: '<p>Tom &amp; Ann</p><p>2 &lt; 3</p>', title: 'Tom &#38; Ann' })}\n`);
    expect(documents[0]).toMatchObject({ text: 'Tom & Ann\n2 < 3', title: 'Tom & Ann' });
    const plain = { text: 'a < b & c > d; AT&T <3', title: 'Q&A' };
    expect((await readFileOf('a.jsonl', `${JSON.stringify(plain)}\n`)).documents[0]).toMatchObject(plain);
  });

  test('without the text says what fields there are', async () => {
    const read = await readFileOf('a.json', '[{"uid": 1, "payload": "…"}]');
    expect(read.diagnostics[0]?.message).toContain('It has uid, payload: say which is the text with --fields text=NAME.');
  });
});

describe('a crawl', () => {
  test.each([
    ['gzip', gzipSync(asPage(SAMPLE))],
    ['br', brotliCompressSync(asPage(SAMPLE))],
    ['deflate', deflateSync(asPage(SAMPLE))],
    // Crawls keep bodies decoded under the headers that came with them.
    ['gzip', Buffer.from(asPage(SAMPLE))],
  ])('has bodies packed by %s', async (encoding, body) => {
    const { documents, diagnostics } = await readFileOf('a.warc', warcResponse('https://a.example/1', body, `Content-Type: text/html\r\nContent-Encoding: ${encoding}`));
    expect(documents).toMatchObject([{ id: 'https://a.example/1', url: 'https://a.example/1', text: TEXT }]);
    expect(diagnostics).toEqual([]);
  });

  test('has bodies in chunks, of any type of article, in any encoding', async () => {
    const page = Buffer.from(asPage({ ...SAMPLE, text: 'Die Fähre „Heron“ ist auf Grund gelaufen.' }).replace('<meta charset="utf-8">', '').replaceAll('„', '').replaceAll('“', ''), 'latin1');
    const chunked = Buffer.concat([Buffer.from('5\r\n'), page.subarray(0, 5), Buffer.from(`\r\n${(page.length - 5).toString(16)};a=b\r\n`), page.subarray(5), Buffer.from('\r\n0\r\n\r\n')]);
    const crawl = Buffer.concat([
      warcResponse('https://a.example/1', chunked, 'Content-Type: text/html; charset=ISO-8859-1\r\nTransfer-Encoding: chunked'),
      warcResponse('https://a.example/feed', asRss([{ id: 'item', text: TEXT }]), 'Content-Type: application/rss+xml'),
      warcRecord({ 'WARC-Type': 'resource', 'WARC-Target-URI': 'https://a.example/2', 'Content-Type': 'text/plain' }, TEXT),
    ]);
    const { documents } = await readFileOf('a.warc', crawl);
    expect(documents.map(({ id, text }) => [id, text])).toEqual([['https://a.example/1', 'Die Fähre Heron ist auf Grund gelaufen.'], ['https://a.example/2', TEXT], ['item', TEXT]]);
  });

  test('loses a bad record only', async () => {
    const crawl = Buffer.concat([warcResponse('https://a.example/1', 'broken', 'Content-Type: text/html\r\nContent-Encoding: br'), warcResponse('https://a.example/2', asPage(SAMPLE))]);
    const read = await readFileOf('a.warc', crawl);
    expect(idsOf(read)).toEqual(['https://a.example/2']);
    expect(codesOf(read)).toEqual(['broken-record']);
  });
});

describe('a zip archive', () => {
  const archive = zipOf([{ name: 'de/a.txt', content: 'Ein Text.' }, { name: 'feed.xml', content: asRss([SAMPLE]) }, { name: '.hidden.txt', content: 'x' }, { name: 'map.png', content: Buffer.from([0x89, 0x50, 0, 0]) }, { name: 'b.jsonl.gz', content: gzipSync(asJsonLines([{ id: 'b', text: 'Three.' }])) }]);

  test('named outright gives its members as a folder gives its files', async () => {
    const read = await readFileOf('news.zip', archive);
    expect(read.documents.map(({ id, path }) => [id, path])).toEqual([['a', 'news.zip/feed.xml'], ['b', 'news.zip/b.jsonl.gz'], ['de/a.txt', 'news.zip/de/a.txt']]);
    expect(codesOf(read)).toEqual(['not-text']);
  });

  test('in a folder stands for a folder of its name, and through a pipe it is the same', async () => {
    expect(idsOf(await readFolderOf({ 'in/news.zip': archive }))).toEqual(['a', 'b', 'in/news.zip/de/a.txt']);
    for (const packed of [archive, gzipSync(archive)]) expect(idsOf(await readStdin(packed.subarray(0, 100), packed.subarray(100)))).toEqual(['a', 'b', 'de/a.txt']);
    expect(idsOf(await readFileOf('news.zip.gz', gzipSync(archive)))).toEqual(['a', 'b', 'de/a.txt']);
  });

  test('writes nothing, wherever its names lead', async () => {
    const cwd = await folderWith({ 'in/slip.zip': zipOf([{ name: '../../slip.txt', content: 'Planted.' }]) });
    const read = await collectDocuments(['in/slip.zip'], { cwd });
    expect(read.documents).toMatchObject([{ id: 'slip.txt', path: 'in/slip.zip/slip.txt' }]);
    expect(codesOf(read)).toEqual(['unsafe-name']);
    expect(idsOf(await collectDocuments(['.'], { cwd }))).toEqual(['in/slip.zip/slip.txt']);
  });
});

test('invisible characters part no word: soft hyphens of pages, zero-width spaces, controls of direction', async () => {
  const read = await readFileOf('a.json', JSON.stringify([{ title: 'Wes\u200bton', text: 'Wes\u00adton and \u202eNor\u2060haven\u202c, \ufeffSkell; می\u200cخواهم.' }]));
  expect(read.documents[0]).toMatchObject({ title: 'Weston', text: 'Weston and Norhaven, Skell; می\u200cخواهم.' });
  expect(read.diagnostics).toMatchObject([{ code: 'invisible-removed', severity: 'note' }]);
});

test('zstd is told by its content, and frames follow each other', async () => {
  const frames = Buffer.concat([zstdOf('Prima metà, '), zstdOf('seconda metà.')]);
  expect((await readFileOf('a.txt', frames)).documents[0]?.text).toBe('Prima metà, seconda metà.');
  const long = Array.from({ length: 40_000 }, (_, at) => `Notizia ${at}.\n`).join('');
  expect((await readStdin(zstdOf(long))).documents[0]?.text).toBe(long);
});

test('lists of addresses are told of, and never fetched', async () => {
  const read = await readFolderOf({ 'feeds.opml': '<opml version="2.0"><body/></opml>', 'sitemap.xml': '<?xml version="1.0"?><urlset/>', 'a.txt': 'x' });
  expect(idsOf(read)).toEqual(['a.txt']);
  expect(codesOf(read)).toEqual(['addresses-only', 'addresses-only']);
});
