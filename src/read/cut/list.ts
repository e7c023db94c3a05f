/** The place of a value within another: names of objects and places in lists, from the outside in. */
type Path = readonly (string | number)[];

/** A stretch of bytes, half-open. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes of a JSON text with only some elements of one of its lists: what stands around the list stays as it is, and
 * before each element that is kept, but the first, what stood before it. `path` leads to the list; `keep` has places in it.
 */
export function keepElements(bytes: Buffer, path: Path, keep: (place: number) => boolean): Buffer {
  const list = path.reduce<number>((at, step) => memberAt(bytes, at, step), skipBlank(bytes, 0));
  const elements = elementsOf(bytes, list);
  const [first, last] = [elements[0], elements.at(-1)];
  if (first === undefined || last === undefined) return bytes;
  const kept = elements.flatMap((element, place) => (keep(place) ? [{ element, gap: elements[place - 1]?.end ?? element.start }] : []));
  const parts = kept.map(({ element, gap }, at) => bytes.subarray(at === 0 ? element.start : gap, element.end));
  return Buffer.concat([bytes.subarray(0, first.start), ...parts, bytes.subarray(last.end)]);
}

/** The path from a value to another within it; undefined where it does not lead there. */
export function pathTo(value: unknown, sought: unknown): Path | undefined {
  if (value === sought) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const rest = pathTo(member, sought);
    if (rest !== undefined) return [name, ...rest];
  }
  return undefined;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

function elementsOf(bytes: Buffer, list: number): readonly Span[] {
  const elements: Span[] = [];
  let at = skipBlank(bytes, list + 1);
  while (at < bytes.length && !CLOSING.includes(bytes[at] ?? 0)) {
    const end = endOfValue(bytes, at);
    elements.push({ start: at, end });
    at = skipBlank(bytes, end);
    if (bytes[at] === COMMA) at = skipBlank(bytes, at + 1);
  }
  return elements;
}

/** Where the value of a member begins; of a name that is there twice the last, as `JSON.parse` has it. */
function memberAt(bytes: Buffer, object: number, step: string | number): number {
  let found = object;
  let at = skipBlank(bytes, object + 1);
  while (at < bytes.length && bytes[at] === QUOTE) {
    const end = endOfValue(bytes, at);
    const name: unknown = JSON.parse(bytes.toString('utf8', at, end));
    at = skipBlank(bytes, end);
    if (bytes[at] === COLON) at = skipBlank(bytes, at + 1);
    if (name === step) found = at;
    at = skipBlank(bytes, endOfValue(bytes, at));
    if (bytes[at] === COMMA) at = skipBlank(bytes, at + 1);
  }
  return found;
}

/** Where a value ends: a string at its quotation mark, brackets at theirs, others before what can be none of them. */
function endOfValue(bytes: Buffer, start: number): number {
  if (bytes[start] === QUOTE) return endOfString(bytes, start);
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at) - 1;
    else if (OPENING.includes(byte)) depth++;
    else if (CLOSING.includes(byte)) {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || isBlank(byte))) return at;
  }
  return bytes.length;
}

function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at + 1;
  }
  return bytes.length;
}

function skipBlank(bytes: Buffer, from: number): number {
  let at = from;
  // A byte order mark may stand before it all.
  if (at === 0 && bytes[0] === 0xef) at = 3;
  while (isBlank(bytes[at] ?? 0)) at++;
  return at;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
