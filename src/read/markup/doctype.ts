import type { Diagnostic } from '../../types.ts';

/** XML without its document type declaration, and whether that declared entities of its own. */
export interface Undeclared {
  readonly xml: string;
  readonly hadEntities: boolean;
}

/** A declaration stands before the first element: this far at most in real files. */
const WITHIN = 2 ** 16;

/**
 * Takes the document type declaration out (XML 1.0, 2.8): with it go all entities but the five of XML, so that none can grow
 * into gigabytes or lead to a file of this machine. A declaration that does not end goes with all after it.
 */
export function withoutDoctype(xml: string): Undeclared {
  const start = xml.slice(0, WITHIN).search(/<!DOCTYPE\b/i);
  if (start === -1) return { xml, hadEntities: false };
  const end = endOfDeclaration(xml, start);
  return { xml: xml.slice(0, start) + xml.slice(end), hadEntities: /<!ENTITY\s/i.test(xml.slice(start, end)) };
}

/** After the `>` that closes it: not one in quotes, and not one of the declarations between `[` and `]`. */
function endOfDeclaration(xml: string, start: number): number {
  let inSubset = false;
  for (let at = start; at < xml.length; at += 1) {
    const character = xml[at] ?? '';
    if (character === '"' || character === "'") {
      const close = xml.indexOf(character, at + 1);
      if (close === -1) return xml.length;
      at = close;
    } else if (character === '[') inSubset = true;
    else if (character === ']') inSubset = false;
    else if (character === '>' && !inSubset) return at + 1;
  }
  return xml.length;
}

/** What is said of entities that were declared. */
export function entitiesIgnored(name: string, path: string): Diagnostic {
  const message = `${name} declares entities of its own. They are neither expanded nor fetched, and &name; stays as it is; write the text in their place.`;
  return { code: 'entities-ignored', severity: 'warning', message, document: path };
}
