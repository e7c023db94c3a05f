import type { Diagnostic } from '../../types.ts';
import { articleEvents, type Draft } from '../article.ts';
import { decodeUtf8, withoutByteOrderMark } from '../encoding.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { nameOf, ReadFault } from '../fault.ts';
import { wholeBytes } from '../packed/bytes.ts';
import { checkDepth } from './depth.ts';
import { entitiesIgnored, withoutDoctype } from './doctype.ts';
import { parsedBy, xmlRoot, type Element } from './dom.ts';
import { MAX_FEED_BYTES } from './feed.ts';
import { textOfMarkup } from './text.ts';

/**
 * The text items of a NewsML-G2 message or item (IPTC, iptc.org/std/NewsML-G2), a document each, called by its `guid`.
 * Throws `ReadFault` where the file is too large, too deep or none.
 */
export async function* readNewsml({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const bytes = await wholeBytes(chunks, Math.min(limits.maxFileBytes, MAX_FEED_BYTES), name);
  const { xml, hadEntities } = withoutDoctype(withoutByteOrderMark(decodeUtf8(bytes, name)));
  if (hadEntities) yield notice(entitiesIgnored(name, path));
  checkDepth(xml, limits.maxDepth, name, true);
  const root = parsedBy(() => xmlRoot(xml), 'broken-newsml', `${name} can't be taken in as XML. Fetch it again, or look where it breaks off.`);
  const items = root === undefined ? [] : itemsIn(root);
  if (items.length === 0) throw new ReadFault('broken-newsml', `${name} holds no newsItem, which NewsML-G2 has for each article. NewsML 1 and NITF are not read; ask for G2, or give the texts.`);
  for (const [index, item] of items.entries()) {
    const draft = draftOf(item);
    const place = { path, id: `${id}#${index + 1}`, label: `${name}, item ${index + 1}` };
    if (draft.text.trim() === '') yield notice(withoutText(place.label, path));
    else yield* articleEvents(draft, place, limits);
  }
}

function itemsIn(root: Element): readonly Element[] {
  return root.localName === 'newsItem' ? [root] : all(root, 'newsItem');
}

function draftOf(item: Element): Draft {
  const content = first(item, 'contentSet');
  const body = content === undefined ? undefined : (first(content, 'inlineXML') ?? first(content, 'inlineData'));
  const meta = first(item, 'contentMeta');
  const language = meta === undefined ? undefined : first(meta, 'language')?.getAttribute('tag');
  return {
    text: textOfMarkup(body?.innerHTML ?? '', true),
    id: item.getAttribute('guid') ?? undefined,
    title: textIn(meta, 'headline') ?? textIn(item, 'itemMeta', 'title'),
    language: language ?? body?.getAttribute('xml:lang') ?? item.getAttribute('xml:lang') ?? undefined,
    date: textIn(meta, 'contentCreated') ?? textIn(item, 'itemMeta', 'firstCreated') ?? textIn(item, 'itemMeta', 'versionCreated'),
    hints: { translations: all(item, 'link').flatMap(translationOf) },
  };
}

/** A link whose relation is that of a translation (IPTC item relations: irel:translatedFrom) leads to the original. */
function translationOf(link: Element): readonly string[] {
  const target = link.getAttribute('residref') ?? link.getAttribute('href');
  return target !== null && /translat/i.test(link.getAttribute('rel') ?? '') ? [target] : [];
}

function textIn(element: Element | undefined, ...names: readonly string[]): string | undefined {
  let at = element;
  for (const name of names) at = at === undefined ? undefined : first(at, name);
  return at?.textContent?.replace(/\s+/g, ' ').trim() || undefined;
}

function first(element: Element, name: string): Element | undefined {
  return all(element, name)[0];
}

/** By the local name: agencies differ in the prefixes they give. */
function all(element: Element, name: string): readonly Element[] {
  return [...element.querySelectorAll('*')].filter(({ localName }) => localName.replace(/^.*:/, '') === name);
}

function withoutText(label: string, path: string): Diagnostic {
  const message = `${label} has no text in it: a picture, or a text that lies in another file. It is passed over; give the text item.`;
  return { code: 'empty-document', severity: 'warning', message, document: path };
}
