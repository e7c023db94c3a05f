import { present, type Draft } from '../article.ts';
import { isFields, valueAt, type Fields } from '../records/fields.ts';
import { plainText } from '../records/plain-text.ts';
import { textOfMarkup, withoutReferences } from './text.ts';

/** What a feed tells of one article. */
export interface FeedItem extends Draft {
  /** The text is a summary: there is no other in the feed. */
  readonly isSummary: boolean;
}

/** Where a kind of feed has what, in the names of feedsmith: the first that is there counts. */
interface Paths {
  readonly items: string;
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly summary: readonly string[];
  readonly date: readonly string[];
  readonly url: readonly string[];
  readonly language: readonly string[];
  /** In the feed, for items that have none of their own. */
  readonly feedLanguage: readonly string[];
}

const DUBLIN_CORE_LANGUAGE = ['dc.languages.0', 'xml.lang'];

const PATHS: Readonly<Record<'rss' | 'rdf' | 'atom' | 'json', Paths>> = {
  rss: {
    items: 'items', id: ['guid.value', 'link'], title: ['title', 'dc.titles.0'], text: ['content.encoded'], summary: ['description', 'dc.descriptions.0'],
    date: ['pubDate', 'dc.dates.0', 'dcterms.created.0'], url: ['link'], language: DUBLIN_CORE_LANGUAGE, feedLanguage: ['language', ...DUBLIN_CORE_LANGUAGE],
  },
  rdf: {
    items: 'items', id: ['rdf.about', 'link'], title: ['title', 'dc.titles.0'], text: ['content.encoded'], summary: ['description', 'dc.descriptions.0'],
    date: ['dc.dates.0'], url: ['link'], language: DUBLIN_CORE_LANGUAGE, feedLanguage: DUBLIN_CORE_LANGUAGE,
  },
  atom: {
    items: 'entries', id: ['id'], title: ['title.value'], text: ['content.value'], summary: ['summary.value'],
    date: ['published', 'updated'], url: [], language: DUBLIN_CORE_LANGUAGE, feedLanguage: DUBLIN_CORE_LANGUAGE,
  },
  json: {
    items: 'items', id: ['id', 'url'], title: ['title'], text: ['content_html', 'content_text'], summary: ['summary'],
    date: ['date_published', 'date_modified'], url: ['url', 'external_url'], language: ['language'], feedLanguage: ['language'],
  },
};

/** The items of a feed as feedsmith parsed it, in its order. */
export async function feedItems({ format, feed }: { readonly format: keyof typeof PATHS; readonly feed: object }): Promise<readonly FeedItem[]> {
  const whole: Fields = { ...feed };
  const paths = PATHS[format];
  const items = valueAt(whole, paths.items);
  const drafts: FeedItem[] = [];
  for (const item of Array.isArray(items) ? items.filter(isFields) : []) drafts.push(await itemOf(item, whole, format));
  return withOwnAddresses(drafts);
}

/** A link that several items have leads to a list or a ticker, and is the address of none of them. */
function withOwnAddresses(items: readonly FeedItem[]): readonly FeedItem[] {
  const counts = new Map<string | undefined, number>();
  for (const { url } of items) counts.set(url, (counts.get(url) ?? 0) + 1);
  return items.map((item) => ((counts.get(item.url) ?? 0) > 1 ? { ...item, url: undefined } : item));
}

async function itemOf(item: Fields, feed: Fields, format: keyof typeof PATHS): Promise<FeedItem> {
  const paths = PATHS[format];
  const text = firstAt(item, paths.text);
  const summary = firstAt(item, paths.summary);
  const title = firstAt(item, paths.title);
  const links = format === 'atom' ? atomLinks(item) : { url: firstAt(item, paths.url), alternates: [] };
  const isPlain = isPlainText(item, format, text === undefined ? 'summary' : 'content');
  return {
    text: await textOf(text ?? summary ?? '', isPlain),
    isSummary: text === undefined,
    ...present({
      id: firstAt(item, paths.id),
      title: title === undefined ? undefined : titleOf(title, isPlainText(item, format, 'title')),
      date: firstAt(item, paths.date),
      url: links.url,
      language: firstAt(item, paths.language) ?? firstAt(feed, paths.feedLanguage),
    }),
    hints: { alternates: links.alternates },
  };
}

function firstAt(value: Fields, paths: readonly string[]): string | undefined {
  return paths.map((path) => valueAt(value, path)).find((found): found is string => typeof found === 'string' && found.trim() !== '');
}

/** Atom (RFC 4287, 3.1) and JSON Feed say what is plain text; RSS says nothing, and mostly means HTML. */
function isPlainText(item: Fields, format: keyof typeof PATHS, part: 'title' | 'content' | 'summary'): boolean {
  if (format === 'json') return part !== 'content' || typeof item['content_html'] !== 'string';
  if (format !== 'atom') return false;
  const type = valueAt(item, `${part}.type`);
  return type === undefined || type === 'text' || type === 'text/plain';
}

async function textOf(text: string, isPlain: boolean): Promise<string> {
  return isPlain ? text : plainText(text);
}

function titleOf(title: string, isPlain: boolean): string {
  if (isPlain) return title;
  return (/<[a-z/]/i.test(title) ? textOfMarkup(title) : withoutReferences(title)).replaceAll('\n', ' ').trim();
}

/** The address of an entry, and those of it in other languages (RFC 4287, 4.2.7: rel alternate, hreflang). */
function atomLinks(item: Fields): { readonly url: string | undefined; readonly alternates: readonly string[] } {
  const links = valueAt(item, 'links');
  const alternate = (Array.isArray(links) ? links.filter(isFields) : []).flatMap((link) => {
    const [href, rel, language] = ['href', 'rel', 'hreflang'].map((name) => valueAt(link, name));
    return typeof href === 'string' && (rel === undefined || rel === 'alternate') ? [{ href, language: typeof language === 'string' ? language : '' }] : [];
  });
  const own = firstAt(item, DUBLIN_CORE_LANGUAGE);
  const main = alternate.find(({ language }) => language === '' || language === own) ?? alternate[0];
  return { url: main?.href, alternates: alternate.filter((link) => link !== main && link.language !== '').map(({ href }) => href) };
}
