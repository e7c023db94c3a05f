import type { DocumentHead, HintKind } from '../types.ts';
import type { CandidatePair } from './pair-list.ts';

/** Of the documents with one address, those each is compared with: more are versions of a page, and join through these. */
const MOST_NEIGHBOURS = 8;

/** What the sources say of a list of documents, by their places in it. */
export interface HintIndex {
  /** Of two of them, in any order: undefined where the sources say nothing. */
  readonly between: (x: number, y: number) => HintKind | undefined;
  /** The pairs that a hint ties: to be compared whatever their texts share. Ascending within each. */
  readonly pairs: readonly CandidatePair[];
}

/**
 * Finds what the sources say: that a document is a translation of another, that a page is another in a further language, or
 * that two have one address.
 */
export function hintIndex(documents: readonly DocumentHead[]): HintIndex {
  const all = documents.map(names);
  const between = (x: number, y: number): HintKind | undefined => {
    const [a, b] = [all[x], all[y]];
    return a === undefined || b === undefined || (a === SILENT && b === SILENT) ? undefined : hintOf(a, documents[x]?.id, b, documents[y]?.id);
  };
  return { between, pairs: tiedPairs(all, documents).filter(({ a, b }) => between(a, b) !== undefined) };
}

/** What the sources say of two documents. Symmetric. */
export function hintBetween(a: DocumentHead, b: DocumentHead): HintKind | undefined {
  return hintOf(names(a), a.id, names(b), b.id);
}

function hintOf(a: Names, idA: string | undefined, b: Names, idB: string | undefined): HintKind | undefined {
  const points = (links: readonly string[], to: Names, id?: string): boolean => links.some((link) => link === to.address || link === id);
  if (points(a.translations, b, idB) || points(b.translations, a, idA)) return 'translation';
  if (points(a.alternates, b) || points(b.alternates, a)) return 'alternate';
  return a.address !== undefined && a.address === b.address ? 'canonical' : undefined;
}

/** What a document is called by besides its id, and what it points to, in the form in which they are compared. */
interface Names {
  readonly address: string | undefined;
  readonly alternates: readonly string[];
  readonly translations: readonly string[];
}

function names({ url, hints }: DocumentHead): Names {
  if (url === undefined && hints === undefined) return SILENT;
  const keys = (links: readonly string[] | undefined): readonly string[] => links?.map((link) => addressKey(link) ?? link) ?? NO_LINKS;
  return { address: url === undefined ? undefined : addressKey(url), alternates: keys(hints?.alternates), translations: keys(hints?.translations) };
}

/** One for all: most documents have none. */
const NO_LINKS: readonly string[] = [];
const SILENT: Names = { address: undefined, alternates: NO_LINKS, translations: NO_LINKS };

/** What is added to an address to tell where a reader came from, and leads to the same page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|igshid)$/;

/**
 * An address as addresses are compared: without protocol, `www.`, a slash at the end and what tracks readers. A
 * fragment stays: the entries of a ticker are told apart by it.
 * Undefined for what is none, and for the main page of a site: many a page names that for its own.
 */
export function addressKey(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return undefined;
  const tracking = Array.from(url.searchParams.keys()).filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/(?:index\.\w{3,5})?$/, '');
  // `/en` is a main page as well.
  if (url.search === '' && url.hash === '' && /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?$/i.test(path)) return undefined;
  return `${url.host.replace(/^www\./, '')}${path}${url.search}${url.hash}`;
}

function tiedPairs(all: readonly Names[], documents: readonly DocumentHead[]): readonly CandidatePair[] {
  const isPointedTo = all.some(({ translations }) => translations.length > 0);
  const [byAddress, byId] = [placesBy(all, ({ address }) => address), placesBy(isPointedTo ? documents : [], ({ id }) => id)];
  const pairs = new Map<number, CandidatePair>();
  const add = (x: number, y: number): void => {
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    if (a !== b) pairs.set(a * all.length + b, { a, b });
  };
  for (const [index, { alternates, translations }] of all.entries()) {
    for (const link of [...alternates, ...translations]) for (const place of byAddress.get(link) ?? []) add(index, place);
    for (const link of translations) for (const place of byId.get(link) ?? []) add(index, place);
  }
  for (const same of byAddress.values()) {
    for (const [at, place] of same.entries()) for (const next of same.slice(at + 1, at + 1 + MOST_NEIGHBOURS)) add(place, next);
  }
  return [...pairs.values()];
}

function placesBy<T>(all: readonly T[], nameOf: (each: T) => string | undefined): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, each] of all.entries()) {
    const name = nameOf(each);
    const list = name === undefined ? undefined : places.get(name);
    if (list !== undefined) list.push(index);
    else if (name !== undefined) places.set(name, [index]);
  }
  return places;
}
