import type { Document, HintKind } from '../types.ts';
import type { CandidatePair } from './candidates.ts';

/** Of the documents with one address, those each is compared with: more are versions of a page, and join through these. */
const MOST_NEIGHBOURS = 8;

/**
 * What the sources say of two documents: that one is a translation of the other, that one page is the other in another
 * language, or that both have one address. Undefined where they say nothing. Symmetric.
 */
export function hintBetween(a: Document, b: Document): HintKind | undefined {
  const [inA, inB] = [names(a), names(b)];
  const points = (links: readonly string[] | undefined, to: ReadonlySet<string>): boolean => (links ?? []).some((link) => to.has(link) || to.has(addressKey(link) ?? ''));
  if (points(a.hints?.translations, inB.all) || points(b.hints?.translations, inA.all)) return 'translation';
  if (points(a.hints?.alternates, inB.addresses) || points(b.hints?.alternates, inA.addresses)) return 'alternate';
  return [...inA.addresses].some((address) => inB.addresses.has(address)) ? 'canonical' : undefined;
}

interface Names {
  readonly addresses: ReadonlySet<string>;
  /** The id too. */
  readonly all: ReadonlySet<string>;
}

/** What a document is called by: its id and its addresses, in the form in which they are compared. */
function names({ id, url }: Document): Names {
  const addresses = new Set([url === undefined ? undefined : addressKey(url)].filter((key) => key !== undefined));
  return { addresses, all: new Set([...addresses, id]) };
}

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

/** The pairs of documents, by their places in the list, that a hint ties: to be compared whatever their texts share. */
export function hintedPairs(documents: readonly Document[]): readonly CandidatePair[] {
  const places = placesByName(documents);
  const pairs = new Map<number, CandidatePair>();
  const add = (x: number, y: number): void => {
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    if (a !== b) pairs.set(a * documents.length + b, { a, b });
  };
  for (const [index, { hints }] of documents.entries()) {
    for (const link of [...(hints?.alternates ?? []), ...(hints?.translations ?? [])]) {
      for (const place of places.get(addressKey(link) ?? link) ?? []) add(index, place);
    }
  }
  for (const same of places.values()) {
    for (const [at, place] of same.entries()) for (const next of same.slice(at + 1, at + 1 + MOST_NEIGHBOURS)) add(place, next);
  }
  return [...pairs.values()].filter(({ a, b }) => isHinted(documents, a, b));
}

function isHinted(documents: readonly Document[], a: number, b: number): boolean {
  const [first, second] = [documents[a], documents[b]];
  return first !== undefined && second !== undefined && hintBetween(first, second) !== undefined;
}

function placesByName(documents: readonly Document[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, document] of documents.entries()) {
    for (const name of names(document).all) {
      const list = places.get(name);
      if (list === undefined) places.set(name, [index]);
      else list.push(index);
    }
  }
  return places;
}
