import { Readability } from '@mozilla/readability';
import type { Diagnostic } from '../../types.ts';
import { articleEvents } from '../article.ts';
import type { Place } from '../body.ts';
import { decodeUtf8, withoutByteOrderMark } from '../encoding.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { nameOf } from '../fault.ts';
import { wholeBytes } from '../packed/bytes.ts';
import { checkDepth } from './depth.ts';
import { pageOf, parsedBy, type Page } from './dom.ts';
import { linkedArticle } from './json-ld.ts';
import { pageHead } from './page-head.ts';
import { textOfMarkup, withoutReferences } from './text.ts';
import { plainText } from '../records/plain-text.ts';

/** The largest page that is made a tree; the pages of newspapers have one to five MiB. */
const MAX_PAGE_BYTES = 16 * 2 ** 20;
/** A body in JSON-LD that is shorter may be a teaser; then the page is looked at too. */
const SURE_BODY = 1_000;
/** And it is taken for one where the page has this many times its text. */
const TEASER_RATIO = 1.5;
/** Elements and pieces of text beyond which a page is a listing; long live blogs have some ten thousand, and the time of Readability grows with the square. */
const MAX_NODES = 30_000;

/**
 * The article of an HTML page: the body that its JSON-LD carries, else what Readability (Mozilla's reader view) finds.
 * Throws `ReadFault` where it is too large or too deep.
 */
export async function* readHtml({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const bytes = await wholeBytes(chunks, Math.min(limits.maxFileBytes, MAX_PAGE_BYTES), name);
  const address = /^https?:\/\//i.test(id) ? id : undefined;
  yield* pageEvents(withoutByteOrderMark(decodeUtf8(bytes, name)), { path, id, label: address ?? name }, limits, address);
}

async function* pageEvents(html: string, place: Place, limits: ReadLimits, address: string | undefined): AsyncGenerator<ReadEvent> {
  if (checkDepth(html, limits.maxDepth, place.label, false) > MAX_NODES) {
    yield notice(noArticle(place, `more than ${MAX_NODES} elements`));
    yield* articleEvents({ text: textOfMarkup(html), url: address }, place, limits);
    return;
  }
  const page = parsedBy(() => pageOf(html), 'broken-page', `${place.label} can't be taken in as HTML. Save it again, or give its text.`);
  const head = pageHead(page, address);
  const linked = linkedArticle(page, limits.maxDepth);
  const body = linked?.body === undefined ? '' : await plainText(linked.body);
  // It takes the page apart, so it comes last.
  const found = body.length >= SURE_BODY ? undefined : articleOf(page, html);
  const isFuller = found !== undefined && found.text.length > body.length * TEASER_RATIO;
  if (found?.isGuess === true && isFuller) yield notice(noArticle(place, 'no article that could be told from the rest'));
  const url = head.canonical ?? linked?.url ?? address;
  const title = linked?.title ?? head.title ?? found?.title;
  yield* articleEvents({
    text: isFuller ? found.text : body,
    title: title === undefined ? undefined : withoutReferences(title),
    language: linked?.language ?? head.language,
    date: linked?.date ?? head.date,
    url,
    hints: { alternates: head.alternates, translations: linked?.translations ?? [] },
  }, place, limits);
}

interface Found {
  readonly text: string;
  readonly title?: string | undefined;
  /** No article was found, and this is the text of the whole page. */
  readonly isGuess: boolean;
}

function articleOf(page: Page, html: string): Found {
  const document: object = page;
  const article = readable(document);
  const text = textOfMarkup(article?.content ?? '');
  if (text.trim() !== '') return { text, title: article?.title ?? undefined, isGuess: false };
  return { text: textOfMarkup(html), isGuess: true };
}

/** Nothing where Readability finds nothing, or trips over a tree no browser would build: the page's text is used then. */
function readable(document: object): { readonly content?: string | null | undefined; readonly title?: string | null | undefined } | undefined {
  try {
    return new Readability(document, { disableJSONLD: true }).parse() ?? undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function noArticle({ label, path }: Place, found: string): Diagnostic {
  const message = `${label} has ${found}, and the text of the whole page is used. If it is a front page or a list, leave it out.`;
  return { code: 'no-article', severity: 'warning', message, document: path };
}
