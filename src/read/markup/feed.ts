import { parseFeed } from 'feedsmith';
import type { Diagnostic } from '../../types.ts';
import { articleEvents, type Draft } from '../article.ts';
import { decodeUtf8, withoutByteOrderMark } from '../encoding.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { nameOf } from '../fault.ts';
import { wholeBytes } from '../packed/bytes.ts';
import { parseJson } from '../records/parse-json.ts';
import { checkDepth } from './depth.ts';
import { entitiesIgnored, withoutDoctype } from './doctype.ts';
import { parsedBy } from './dom.ts';
import { feedItems, type FeedItem } from './feed-items.ts';

/** The largest feed that is taken in; an export of WordPress is split at 50 MiB. */
export const MAX_FEED_BYTES = 64 * 2 ** 20;

/** A shorter description is a summary; sites without a field for the whole text put that in the description. */
const SHORT_SUMMARY = 280;

/**
 * The items of an RSS, RDF or Atom feed, a document each, called by its own id, else its address, else `file#N`. Throws
 * `ReadFault` where the feed is broken, too large or too deep.
 */
export async function* readFeed({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const bytes = await wholeBytes(chunks, Math.min(limits.maxFileBytes, MAX_FEED_BYTES), name);
  const text = withoutByteOrderMark(decodeUtf8(bytes, name));
  if (text.trimStart().startsWith('{')) {
    yield* jsonFeedEvents(parseJson(text, name, limits.maxDepth), { path, id }, limits);
    return;
  }
  const { xml, hadEntities } = withoutDoctype(text);
  if (hadEntities) yield notice(entitiesIgnored(name, path));
  checkDepth(xml, limits.maxDepth, name, true);
  yield* itemEvents(xml, { path, id }, limits);
}

/** The items of a JSON Feed, as JSON was parsed. */
export function jsonFeedEvents(feed: unknown, source: Pick<Content, 'path' | 'id'>, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  return itemEvents(feed, source, limits);
}

async function* itemEvents(source: unknown, { path, id }: Pick<Content, 'path' | 'id'>, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const message = `${name} begins like a feed and is none that can be read: RSS, RDF, Atom or JSON Feed was expected, whole and well-formed. Fetch it again, or look where it breaks off.`;
  const items = await feedItems(parsedBy(() => parseFeed(source), 'broken-feed', message));
  if (items.length === 0) yield notice(emptyFeed(name, path));
  let teasers = 0;
  for (const [index, item] of items.entries()) {
    const place = { path, id: `${id}#${index + 1}`, label: `${name}, item ${index + 1}` };
    const draft: Draft = item;
    yield* articleEvents(draft, place, limits);
    teasers += Number(isTeaser(item));
  }
  if (teasers > 0) yield notice(teasersOnly(name, path, teasers, items.length));
}

function isTeaser({ isSummary, text }: FeedItem): boolean {
  const end = text.trim();
  return isSummary && end !== '' && (end.length < SHORT_SUMMARY || /(?:…|\.\.\.|\[…\])$/.test(end));
}

function emptyFeed(name: string, path: string): Diagnostic {
  return { code: 'empty-document', severity: 'warning', message: `${name} is a feed without items. Fetch it again, or leave it out.`, document: path };
}

function teasersOnly(name: string, path: string, count: number, all: number): Diagnostic {
  const message = `${name} gives a summary only for ${count} of its ${all} items: too little to tell reports apart by. Give the pages they lead to, or a feed with whole texts.`;
  return { code: 'summary-only', severity: 'note', message, document: path };
}
