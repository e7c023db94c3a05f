import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../src/read/json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a fault in JSON', () => {
  test.each([
    ['', 1, 1, 'a value', 'the end'],
    ['{"a": 1,}', 1, 9, 'a name in double quotes', '"}"'],
    ['{a: 1}', 1, 2, 'a name in double quotes, or "}"', '"a"'],
    ["['x']", 1, 2, 'a value, or "]"', `"'"`],
    ['[1 2]', 1, 4, '"," or "]"', '"2"'],
    ['[1,]', 1, 4, 'a value', '"]"'],
    ['{"a" 1}', 1, 6, '":"', '"1"'],
    ['{"score": NaN}', 1, 11, 'a value', '"NaN"'],
    ['{"a": "x\ny"}', 1, 9, 'an escape such as \\n, or the closing quote', 'a line break'],
    ['{"a": "x\u0001"}', 1, 9, 'an escape such as \\n, or the closing quote', 'the control character U+0001'],
    ['["\\x41"]', 1, 3, 'an escape of JSON, such as \\n or \\u00e9', '"\\"'],
    ['["abc', 1, 6, 'the closing quote of a string', 'the end'],
    ['[\n1\n]\n]', 4, 1, 'nothing more', '"]"'],
    ['[01]', 1, 3, '"," or "]"', '"1"'],
    ['[🎖]', 1, 2, 'a value, or "]"', '"🎖"'],
  ])('in %j is at line %i, column %i', (text, line, column, expected, found) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonFault(text)).toEqual({ line, column, expected, found });
  });

  test('is found just where the engine refuses the text', () => {
    const token = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '.5', 'e3', 'true', ' ', '"', '\\', '\n');
    const soup = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(''));
    const agrees = fc.property(soup, (text) => {
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    });
    fc.assert(agrees, { numRuns: 2000 });
  });

  test('is found in JSON with one character changed, and not in whole JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', '}', ',', 'x', '\u0007'), (text, where, put) => {
        expect(findJsonFault(text)).toBeUndefined();
        const at = where % text.length;
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        expect(findJsonFault(changed) === undefined).toBe(isJson(changed));
      }),
    );
  });

  test('is found at the end of a very long string', () => {
    expect(findJsonFault(`["${'x'.repeat(20_000_000)}`)?.column).toBe(20_000_003);
  });
});
