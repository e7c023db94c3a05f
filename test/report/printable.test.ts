import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertJson, printable } from '../../src/report/printable.ts';

const ESC = String.fromCodePoint(27);
const BEL = String.fromCodePoint(7);

test.each([
  ['colours', `${ESC}[31mred${ESC}[0m`, 'red'],
  ['window titles', `a${ESC}]0;owned${BEL}b`, 'ab'],
  ['links', `${ESC}]8;;http://x${ESC}\\text${ESC}]8;;${ESC}\\`, 'text'],
  ['device control strings', `a${ESC}P1$q${ESC}\\b`, 'ab'],
  ['a string without an end, but not what follows it', `a${ESC}]0;rest of the text`, 'a0;rest of the text'],
  ['8-bit controls', 'a\u009B31mb', 'a 31mb'],
  ['line breaks of every kind', 'a\r\nb\u2028c\u2029d\u0085e', 'a b c d e'],
  ['bidirectional overrides', 'user\u202E\u2066nimda\u2069', 'usernimda'],
  ['invisible characters', 'zero\u200Bwidth\uFEFF, soft\u00ADhyphen', 'zerowidth, softhyphen'],
  ['half of a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
])('%s are taken out', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('writing that needs joiners keeps them', () => {
  expect(printable('می\u200Cخواهم')).toBe('می\u200Cخواهم');
  expect(printable('👩\u200D🚒')).toBe('👩\u200D🚒');
});

test('whatever the text, one harmless line comes out, and a second time changes nothing', () => {
  const parts = fc.constantFrom(ESC, BEL, '[', ']', '31m', '\\', '\u202E', '\n', '\u009D', 'Putin', ' ');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(parts).map((each) => each.join(''))), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/\p{Cc}|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
      expect(printable(shown)).toBe(shown);
    }),
  );
});

test('JSON made inert is the same data', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = inertJson(JSON.stringify(text));
      expect(json).not.toMatch(/\p{Cc}|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
      expect(JSON.parse(json)).toBe(text);
    }),
  );
});
