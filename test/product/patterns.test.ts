import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Each regular expression of the source, with where it stands. */
interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** A literal: after what an expression may follow, and with classes in which a slash is one of the characters. */
const LITERAL = /(?<=(?:[=(,:[!&|?{;>]|return)\s*)\/(?![*/])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?![\w/])/g;

function patternsIn(folder: string): readonly Pattern[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).toSorted().flatMap((name) => {
    const code = readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    return [...code.matchAll(LITERAL)].map(([, source = '', flags = '']) => ({ place: `${folder}/${name}: /${source}/`, source, flags: flags.replace('g', '') }));
  });
}

/** Characters in a text. A pattern that needs the square of it takes seconds, one that needs more never ends. */
const LENGTH = 60_000;
/** A linear pattern needs a millisecond or two; a busy machine may make that a hundred times as long. */
const MOST_MILLISECONDS = 400;

/** Texts that begin like what the pattern looks for, over and over, and end otherwise. */
function worstCasesOf({ source }: Pattern): readonly string[] {
  const plain = source.replace(/\\[pP]\{[^}]*\}/g, 'a').replace(/\\([dDwWsSbB])/g, (_, letter: string) => ({ d: '1', w: 'a', s: ' ' })[letter] ?? 'a').replace(/\\[nrt]/g, ' ').replace(/\\u\{?[\da-f]+\}?|\\x[\da-f]{2}/gi, '\u2019').replace(/\\/g, '');
  const characters = [...new Set(plain)].filter((character) => !'()?:+*{}|^$'.includes(character) || source.includes(`\\${character}`));
  const literal = plain.replace(/[()?:+*{}|^$[\]]/g, '').slice(0, 40);
  const units = [...characters, ...characters.map((character) => `${character} `), ...characters.map((character) => `a${character}`), ...characters.map((character) => `${character}\n`), literal, `${literal} `, ' ', '\n', 'a', 'A', '1', 'Aa ', '1.', 'a-'];
  return [...new Set(units)].filter((unit) => unit !== '').flatMap((unit) => {
    const run = unit.repeat(Math.ceil(LENGTH / unit.length));
    return [`${run}\u0000`, `${literal}${run}\u0000`];
  });
}

/** Patterns that see a few characters only, whatever the text. */
const BOUNDED: readonly string[] = [
  // The last twelve before a stop.
  'src/extract/sentences.ts: /[\\p{L}\\p{N}]+$/',
];

function millisecondsOf(expression: RegExp, text: string): number {
  const start = performance.now();
  expression.test(text);
  return performance.now() - start;
}

test('every pattern takes time by the length of the text, in its worst case too', () => {
  const patterns = patternsIn('src').filter(({ place }) => !BOUNDED.includes(place));
  expect(patterns.length).toBeGreaterThan(80);
  const slow = patterns.flatMap((pattern) => {
    const expression = new RegExp(pattern.source, pattern.flags);
    // A machine that does other work too may stop for a while, but not three times at one text.
    const worst = worstCasesOf(pattern).find((text) => [1, 2, 3].every(() => millisecondsOf(expression, text) > MOST_MILLISECONDS));
    return worst === undefined ? [] : [[pattern.place, worst.slice(0, 60)]];
  });
  expect(slow).toEqual([]);
});
