import { ReadFault } from '../fault.ts';
import { findJsonFault, type JsonFault } from '../json-fault.ts';
import { checkJsonDepth } from './json-depth.ts';

/**
 * The value of a JSON text. Throws `ReadFault` with the place of the fault, `line` being the line it stands on, and where
 * brackets lie more than `maxDepth` deep.
 */
export function parseJson(text: string, name: string, maxDepth: number, line = 1): unknown {
  checkJsonDepth(text, maxDepth, name);
  try {
    return JSON.parse(text);
  } catch {
    throw brokenJson(findJsonFault(text), name, line);
  }
}

/** No fault in the text: the engine gave up on it, as it may where it is too large. */
function brokenJson(fault: JsonFault | undefined, name: string, firstLine: number): ReadFault {
  if (fault === undefined) {
    const message = `${name} can't be taken in as JSON from line ${firstLine} on: it is too deep or too large. Give plain records {"text": "…"}.`;
    return new ReadFault('broken-json', message);
  }
  const place = `line ${firstLine + fault.line - 1}, column ${fault.column}`;
  const what = `expected ${fault.expected}, found ${fault.found}`;
  return new ReadFault('broken-json', `${name} is not valid JSON at ${place}: ${what}. Mend it there; what is broken is left out.`);
}
