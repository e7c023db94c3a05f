import type { Content, ReadEvent, ReadLimits, Reader } from './event.ts';
import { notice } from './event.ts';
import { nameOf } from './fault.ts';
import type { Kind } from './kind.ts';
import { readMarkdown, readText } from './text.ts';

/** What a server said of a page: its encoding as the WHATWG calls it, and its type, empty where it said none. */
export interface Declared {
  readonly charset: string | undefined;
  readonly type: string;
}

/** Reads what lies in a content as one of its own: a record of a crawl. Its bytes are as they came, in any encoding. */
export type ReadInner = (content: Content, declared: Declared) => AsyncIterable<ReadEvent>;

/**
 * Reads a content of a kind. The readers are loaded by what there is to read: a folder of plain text needs no parser of
 * HTML, and the command starts at once.
 */
export async function* readKind(kind: Kind, content: Content, limits: ReadLimits, readInner: ReadInner): AsyncGenerator<ReadEvent> {
  if (kind === 'warc') {
    const { readWarc } = await import('./packed/warc.ts');
    yield* readWarc(content, limits, readInner);
  } else if (kind === 'opml' || kind === 'sitemap' || kind === 'other-xml') {
    yield noArticles(kind, content.path);
  } else {
    const read = await READERS[kind]();
    yield* read(content, limits);
  }
}

type Single = Exclude<Kind, 'warc' | 'opml' | 'sitemap' | 'other-xml'>;

const READERS: Readonly<Record<Single, () => Promise<Reader>>> = {
  text: async () => readText,
  markdown: async () => readMarkdown,
  json: async () => (await import('./records/json.ts')).readJson,
  jsonl: async () => (await import('./records/jsonl.ts')).readJsonLines,
  csv: async () => (await import('./records/csv.ts')).readCsv,
  tsv: async () => (await import('./records/csv.ts')).readTsv,
  html: async () => (await import('./markup/page.ts')).readHtml,
  feed: async () => (await import('./markup/feed.ts')).readFeed,
  newsml: async () => (await import('./markup/newsml.ts')).readNewsml,
};

const MESSAGES: Readonly<Record<'opml' | 'sitemap' | 'other-xml', (name: string) => string>> = {
  opml: (name) => `${name} is a list of feeds (OPML): it has their addresses and no articles. Fetch the feeds and give their files; nothing leaves this machine from here.`,
  sitemap: (name) => `${name} is a sitemap: it has addresses, some titles, and no articles. Fetch the pages and give their files; nothing leaves this machine from here.`,
  'other-xml': (name) => `${name} is XML of a kind that is not known: RSS, RDF, Atom and NewsML-G2 are read. Say which it is with --input-format, or give its articles as JSONL.`,
};

function noArticles(kind: keyof typeof MESSAGES, path: string): ReadEvent {
  const code = kind === 'other-xml' ? 'unknown-xml' : 'addresses-only';
  return notice({ code, severity: kind === 'other-xml' ? 'error' : 'warning', message: MESSAGES[kind](nameOf(path)), document: path });
}
