import { present, type Draft } from '../article.ts';
import { isFields, own, type Fields } from './fields.ts';
import { plainText, plainTitle } from './plain-text.ts';
import { translationsIn } from './schema-org.ts';

/** IPTC ninjs 1.x (body_text, body_html, body_xhtml, headline), 2.x and 3.x (bodies, headlines); www.ninjs.org. */
export function isNinjs(record: Fields): boolean {
  if (typeof own(record, 'uri') !== 'string' || own(record, 'text') !== undefined) return false;
  return Object.keys(record).some((name) => /^(?:body_?(?:text|x?html)|bodies|headlines?|version_?created)$/i.test(name));
}

/** What a ninjs item holds; undefined where it has no text, as those of pictures have not. */
export async function draftOfNinjs(item: Fields): Promise<Draft | undefined> {
  const body = bodyOf(item);
  if (body === undefined) return undefined;
  const title = titleOf(item);
  const stringOf = (...names: readonly string[]): string | undefined => names.map((name) => own(item, name)).find((value) => typeof value === 'string');
  return {
    text: await plainText(body),
    ...present({
      id: stringOf('uri'),
      title: title === undefined ? undefined : await plainTitle(title),
      language: stringOf('language'),
      date: stringOf('firstcreated', 'firstCreated', 'contentcreated', 'contentCreated', 'versioncreated', 'versionCreated'),
      url: stringOf('url', 'link'),
    }),
    hints: { translations: [...translationsIn(item), ...translatedFrom(item)] },
  };
}

/** The text as text where there is such a version of it, else the marked-up one. */
function bodyOf(item: Fields): string | undefined {
  const named = ['body_text', 'bodyText', 'body_xhtml', 'body_html'].map((name) => own(item, name)).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof named === 'string') return named;
  const bodies = listAt(item, 'bodies').flatMap((body) => {
    const value = own(body, 'value');
    const type = own(body, 'contenttype') ?? own(body, 'contentType');
    return typeof value === 'string' && value.trim() !== '' ? [{ value, isPlain: typeof type === 'string' && type.startsWith('text/plain') }] : [];
  });
  return (bodies.find(({ isPlain }) => isPlain) ?? bodies[0])?.value;
}

function titleOf(item: Fields): string | undefined {
  const first = (name: string): unknown => listAt(item, name).map((entry) => own(entry, 'value')).find((value) => typeof value === 'string');
  const found = [own(item, 'headline'), first('headlines'), own(item, 'title'), first('titles')].find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found : undefined;
}

/** Agencies tie a translation to its original among the associations, by a relation of that name. */
function translatedFrom(item: Fields): readonly string[] {
  const associations = own(item, 'associations');
  // By name in ninjs 1 and 2, a list in 3.
  const entries = isFields(associations) ? Object.entries(associations) : listAt(item, 'associations').map((value) => [own(value, 'name') ?? own(value, 'rel'), value] as const);
  return entries.flatMap(([name, value]) => {
    const uri = isFields(value) ? own(value, 'uri') : undefined;
    return typeof name === 'string' && /translat/i.test(name) && typeof uri === 'string' ? [uri] : [];
  });
}

function listAt(item: Fields, name: string): readonly Fields[] {
  const list = own(item, name);
  return Array.isArray(list) ? list.filter(isFields) : [];
}
