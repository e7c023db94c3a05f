import { DOMParser, parseHTML } from 'linkedom';
import { ReadFault } from '../fault.ts';

/** What is used here of a node of the Document Object Model. */
export interface Element {
  readonly localName: string;
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly parentNode: Element | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
}

/** A page as a tree. */
export interface Page extends Omit<Element, 'getAttribute'> {
  readonly documentElement: Element | null;
  readonly body: Element | null;
  readonly title: string;
}

/** The tree of a page, however broken its HTML is. Depth is to be checked before. */
export function pageOf(html: string): Page {
  // Without an element around it, a fragment would have its first element for its root.
  const isWhole = /<(?:html|body|head)[\s>]/i.test(html);
  const page = isWhole ? documentOf(html) : undefined;
  // What looks like a root may stand in a comment, or in an attribute.
  return page?.documentElement == null ? documentOf(`<html><body>${html}</body></html>`) : page;
}

function documentOf(html: string): Page {
  const { document }: { readonly document: Page } = parseHTML(html);
  return document;
}

/** The root of XML; undefined where there is none. Depth is to be checked, and the document type removed, before. */
export function xmlRoot(xml: string): Element | undefined {
  const document: { readonly documentElement: Element | null } = new DOMParser().parseFromString(xml, 'text/xml');
  return document.documentElement ?? undefined;
}

/**
 * Runs a parser of somebody else on what a file holds. What it throws is blamed on the file: it was given bytes that nobody
 * checked, and one file must not end a run.
 */
export function parsedBy<T>(parse: () => T, code: string, message: string): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof ReadFault ? error : new ReadFault(code, message);
  }
}
