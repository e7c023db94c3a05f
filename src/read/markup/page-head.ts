import type { Element, Page } from './dom.ts';

/** What the head of a page says. Addresses are absolute. */
export interface PageHead {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  readonly canonical?: string | undefined;
  readonly alternates: readonly string[];
}

/** Where pages have the day of publication, the surest first. */
const DATES: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['[itemprop="datePublished"]', 'datetime'],
  ['meta[name="date"]', 'content'],
  ['meta[name="DC.date"]', 'content'],
  ['meta[name="dcterms.created"]', 'content'],
  ['meta[name="publish-date"]', 'content'],
  ['article time[datetime]', 'datetime'],
];
/** Sites with a page in each language of the European Union have 24 and some variants. */
const MOST_ALTERNATES = 200;

/** Reads the head of a page; `address` is where it was fetched, if that is known. */
export function pageHead(page: Page, address?: string): PageHead {
  const base = address ?? attribute(page, 'meta[property="og:url"]', 'content');
  const canonical = attribute(page, 'link[rel~="canonical"]', 'href');
  const links = [...page.querySelectorAll('link[rel~="alternate"][hreflang]')].slice(0, MOST_ALTERNATES);
  // x-default is the page that asks for a language, or the main page.
  const alternates = links.filter((link) => link.getAttribute('hreflang')?.toLowerCase() !== 'x-default').map((link) => absolute(link.getAttribute('href'), base));
  return {
    title: attribute(page, 'meta[property="og:title"]', 'content') ?? (page.title.trim() || undefined),
    language: languageOf(page),
    date: DATES.map(([selector, name]) => attribute(page, selector, name)).find((date) => date !== undefined),
    canonical: absolute(canonical ?? base ?? null, base),
    alternates: [...new Set(alternates.filter((link): link is string => link !== undefined))],
  };
}

function languageOf(page: Page): string | undefined {
  const declared = page.documentElement?.getAttribute('lang') ?? page.documentElement?.getAttribute('xml:lang');
  return declared || attribute(page, 'meta[http-equiv="content-language" i]', 'content') || attribute(page, 'meta[property="og:locale"]', 'content');
}

function attribute(page: Page, selector: string, name: string): string | undefined {
  const element: Element | null = page.querySelector(selector);
  return element?.getAttribute(name)?.trim() || undefined;
}

/** The whole address; undefined for one of another protocol, or relative to nothing known. */
function absolute(address: string | null, base: string | undefined): string | undefined {
  if (address === null || address.trim() === '') return undefined;
  try {
    const url = new URL(address.trim(), base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    // A relative address on a page whose own is not known, or no address at all.
    return undefined;
  }
}
