import { Parser } from 'htmlparser2';
import { ReadFault } from '../fault.ts';
import { tooDeep } from '../too-deep.ts';

/** Elements of real pages have some dozen at most, and the time of tree builders grows with the square of the number. */
const MAX_ATTRIBUTES = 1_000;

/**
 * Goes through markup as the tree builders do, which use the same parser, and throws `ReadFault` where elements lie deeper in
 * each other than `limit`, or one has attributes beyond all measure: trees slow down with the square of both. Returns the
 * number of elements and of pieces of text, of which a tree will have as many nodes.
 */
export function checkDepth(markup: string, limit: number, name: string, isXml: boolean): number {
  let [depth, attributes, nodes] = [0, 0, 0];
  const parser = new Parser({
    onopentagname: () => {
      depth += 1;
      nodes += 1;
      attributes = 0;
      if (depth > limit) throw tooDeep(name, 'elements', limit);
    },
    onattribute: () => {
      attributes += 1;
      if (attributes > MAX_ATTRIBUTES) throw tooManyAttributes(name);
    },
    ontext: () => void (nodes += 1),
    onclosetag: () => void (depth -= 1),
  }, { xmlMode: isXml, decodeEntities: false });
  parser.end(markup);
  return nodes;
}

function tooManyAttributes(name: string): ReadFault {
  return new ReadFault('too-many-attributes', `${name} is left out: an element of it has more than ${MAX_ATTRIBUTES} attributes, and pages have some dozen. Save it again, or give its text.`);
}
