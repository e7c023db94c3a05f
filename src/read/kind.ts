import type { InputFormat } from './event.ts';
import { rootElement } from './markup/root.ts';
import { looksLikeTable } from './records/delimiter.ts';

/** How the content of a file is laid out: a format that is read, or one that is only known. */
export type Kind = InputFormat | 'opml' | 'sitemap' | 'other-xml';

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['txt', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['xml', 'other-xml'],
  ['rss', 'feed'],
  ['atom', 'feed'],
  ['rdf', 'feed'],
  ['warc', 'warc'],
]);

/** The kind a file's extension promises, that of its packing set aside; undefined where it promises none. */
export function kindByName(path: string): Kind | undefined {
  const extension = /\.([^./]+)(?:\.(?:gz|zst))?$/i.exec(path)?.[1];
  return extension === undefined ? undefined : KINDS.get(extension.toLowerCase());
}

/**
 * The kind of a file: by how its content begins, where that is plain; else by its extension; else text. So a page is read as
 * one whatever it is called. Text and Markdown may begin with a bracket: what is called so is JSON only if it surely is.
 */
export function kindOf(path: string, head: string): Kind {
  const start = head.trimStart();
  const named = kindByName(path);
  if (start.startsWith('WARC/')) return 'warc';
  const markup = start.startsWith('<') ? markupKind(start, named) : undefined;
  if (markup !== undefined) return markup;
  if (named === 'markdown' || named === 'text') return named;
  const layout = jsonLayout(start);
  if (layout === 'json' || layout === 'jsonl') return layout;
  if (layout === 'unclear') return named === 'jsonl' ? 'jsonl' : 'json';
  if (named !== undefined && named !== 'other-xml') return named;
  return looksLikeTable(start) ? 'csv' : 'text';
}

const ROOTS: ReadonlyMap<string, Kind> = new Map([
  ['rss', 'feed'],
  ['rdf', 'feed'],
  ['feed', 'feed'],
  ['html', 'html'],
  ['newsmessage', 'newsml'],
  ['newsitem', 'newsml'],
  ['opml', 'opml'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap'],
]);

/** Elements of HTML that a page without `<html>` begins with, or a piece of one. */
const HTML = /^(?:head|body|meta|title|link|script|style|article|main|section|header|div|p|h[1-6]|table|ul|ol|blockquote|figure|br|hr|a|img|span|strong|em|b|i|center|font)$/;

function markupKind(start: string, named: Kind | undefined): Kind | undefined {
  const root = rootElement(start)?.toLowerCase();
  if (root === undefined) return start.startsWith('<?xml') ? 'other-xml' : undefined;
  const known = ROOTS.get(root.replace(/^.*:/, ''));
  if (known !== undefined) return known;
  if (start.startsWith('<?xml') || named === 'other-xml' || named === 'feed') return named === 'html' ? 'html' : 'other-xml';
  return HTML.test(root) ? 'html' : undefined;
}

/** `head` starts with its first character that is no white space. Undefined: it doesn't begin like JSON at all. */
function jsonLayout(head: string): 'json' | 'jsonl' | 'unclear' | undefined {
  if (/^\[\s*[{\]]/.test(head) || /^\{[^\S\n]*\n\s*["}]/.test(head)) return 'json';
  if (!/^\{\s*["}]/.test(head)) return undefined;
  const [first = '', second] = head.split(/\n\s*/, 2);
  if (second === undefined || second === '') return 'unclear';
  if (isJson(first)) return 'jsonl';
  // A first line that is broken, not one that goes on in the second: a record that stands whole there tells them apart.
  return !/[[{,:]\s*$/.test(first) && second.startsWith('{') && isJson(second) ? 'jsonl' : 'unclear';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
