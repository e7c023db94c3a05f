/** Where and how a text stops being JSON (RFC 8259). */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

type State = 'value' | 'firstValue' | 'name' | 'firstName' | 'colon' | 'next';

/** A place, and what should stand there. */
interface Break {
  readonly at: number;
  readonly expected: string;
}

interface Position {
  readonly at: number;
  readonly state: State;
}

/**
 * Finds the first fault of a text that `JSON.parse` refuses; undefined if there is none. The engine's own messages often
 * lack the place, and change from version to version.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const closers: string[] = [];
  let position: Position = { at: 0, state: 'value' };
  for (;;) {
    const at = matchAt(SPACE, text, position.at);
    if (position.state === 'next' && closers.length === 0) {
      return at === text.length ? undefined : describe(text, { at, expected: 'nothing more' });
    }
    const step = advance(text, { at, state: position.state }, closers);
    if ('expected' in step) return describe(text, step);
    position = step;
  }
}

/** One token on. `closers` holds the brackets that are awaited, innermost last. */
function advance(text: string, { at, state }: Position, closers: string[]): Position | Break {
  const character = text[at];
  const closer = closers.at(-1);
  if (character !== undefined && character === closer && CLOSABLE.has(state)) {
    closers.pop();
    return { at: at + 1, state: 'next' };
  }
  if (state === 'colon') return character === ':' ? { at: at + 1, state: 'value' } : { at, expected: '":"' };
  if (state === 'next') {
    if (character !== ',') return { at, expected: `"," or "${closer}"` };
    return { at: at + 1, state: closer === '}' ? 'name' : 'value' };
  }
  if (character === '"') return endOfString(text, at, state === 'name' || state === 'firstName' ? 'colon' : 'next');
  if (state === 'name') return { at, expected: 'a name in double quotes' };
  if (state === 'firstName') return { at, expected: 'a name in double quotes, or "}"' };
  return startOfValue(text, { at, state }, closers);
}

function startOfValue(text: string, { at, state }: Position, closers: string[]): Position | Break {
  if (text[at] === '{') {
    closers.push('}');
    return { at: at + 1, state: 'firstName' };
  }
  if (text[at] === '[') {
    closers.push(']');
    return { at: at + 1, state: 'firstValue' };
  }
  const end = matchAt(SCALAR, text, at);
  if (end > at) return { at: end, state: 'next' };
  return { at, expected: state === 'firstValue' ? 'a value, or "]"' : 'a value' };
}

/** A loop and no pattern: a text of millions of characters would exhaust the stack of a regular expression. */
function endOfString(text: string, start: number, state: State): Position | Break {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text.charCodeAt(at) < 0x20) return { at, expected: 'an escape such as \\n, or the closing quote' };
    const end = text[at] === '\\' ? matchAt(ESCAPE, text, at) : at + 1;
    if (end === at) return { at, expected: 'an escape of JSON, such as \\n or \\u00e9' };
    at = end;
  }
  return at < text.length ? { at: at + 1, state } : { at, expected: 'the closing quote of a string' };
}

function describe(text: string, { at, expected }: Break): JsonFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  return { line, column, expected, found: foundAt(text, at) };
}

function foundAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end';
  if (code === 0x0a || code === 0x0d) return 'a line break';
  if (code < 0x20) return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const word = text.slice(at, Math.max(matchAt(WORD, text, at), at + (code > 0xffff ? 2 : 1)));
  return word === '"' ? 'a double quote' : `"${word}"`;
}

/** Where the match of a sticky pattern at `at` ends; `at` itself if there is none. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const CLOSABLE: ReadonlySet<State> = new Set(['firstValue', 'firstName', 'next']);
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
/** Enough of a word to know it by. */
const WORD = /[\p{L}\p{M}\p{N}_]{1,20}/uy;
