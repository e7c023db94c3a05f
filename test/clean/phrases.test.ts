import { describe, expect, test } from 'vitest';
import { longestAt, parseFurniture, phrasesAt, shippedPhrases } from '../../src/clean/phrases.ts';
import { readTable, tableRows } from '../../src/data/load.ts';
import { UsageError } from '../../src/errors.ts';

const HEAD = 'reason\tlanguage\tscope\tphrase\n';
const ROWS = tableRows(readTable('furniture.tsv')).slice(1);

describe('a phrase is found', () => {
  const phrases = parseFurniture(`${HEAD}related-links\tfr\tline\tà lire également\ncaption\ten\tstart\tphoto:\ncomments\ten\tline\t3 comments\n`);

  test.each(['À lire également', 'A LIRE EGALEMENT', 'à  lire – également', '» À lire également:'])(
    'whatever its case, accents, spaces and signs: %s',
    (text) => {
      expect(longestAt(phrases, text, 0, 'line')?.phrase).toEqual({ reason: 'related-links', scope: 'line' });
    },
  );

  test('only before a colon, where it asks for one', () => {
    expect(phrasesAt(phrases, 'Photo: the harbour', 0)).toHaveLength(1);
    expect(phrasesAt(phrases, 'Photo of the harbour', 0)).toHaveLength(0);
  });

  test('with any number in place of its own', () => {
    expect(phrasesAt(phrases, '127 comments', 0)).toHaveLength(1);
    expect(phrasesAt(phrases, 'many comments', 0)).toHaveLength(0);
  });

  test('never across a line break', () => {
    expect(phrasesAt(phrases, 'À lire\négalement', 0)).toHaveLength(0);
  });

  test('at the beginning of a run of Chinese', () => {
    const chinese = parseFurniture(`${HEAD}caption\tzh\tstart\t资料图\n`);
    expect(phrasesAt(chinese, '资料图片显示起重机', 0)[0]).toMatchObject({ start: 0, end: 3 });
  });
});

describe('a row that cannot be read is refused', () => {
  test.each(['caption\ten\tsideways\tphoto', 'nonsense\ten\tline\tphoto', 'caption\ten\tline\t...', 'caption\ten\tline'])('%j', (row) => {
    expect(() => parseFurniture(HEAD + row)).toThrow(UsageError);
  });
});

describe('the shipped table', () => {
  test('can be read', () => {
    expect(shippedPhrases().next.size).toBeGreaterThan(1000);
  });

  test('has no row twice', () => {
    const rows = new Set(ROWS.map((row) => row.join('\t')));
    expect(rows.size).toBe(ROWS.length);
  });

  test('has at least 25 languages with ten phrases or more', () => {
    const counts = new Map<string, number>();
    for (const [, language = ''] of ROWS) counts.set(language, (counts.get(language) ?? 0) + 1);
    expect([...counts.values()].filter((count) => count >= 10).length).toBeGreaterThanOrEqual(25);
  });

  test('is in composed Unicode, each phrase trimmed and in four columns', () => {
    const isSound = (row: readonly string[]): boolean =>
      row.length === 4 && row.every((cell) => cell === cell.trim() && cell === cell.normalize('NFC'));
    expect(ROWS.filter((row) => !isSound(row))).toEqual([]);
  });

  test('has several words, or a long one, in each phrase that may stand within a line', () => {
    const within = ROWS.filter(([, , scope = '']) => ['inline', 'sentence', 'contains'].includes(scope));
    const spaced = within.filter(([, , , phrase = '']) => !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(phrase));
    expect(spaced.filter(([, , , phrase = '']) => !phrase.includes(' ') && phrase.length < 10)).toEqual([]);
    expect(within.filter(([, , , phrase = '']) => phrase.length < 3)).toEqual([]);
  });

  test('gives each opener of other headlines the separators of its own reason', () => {
    const reasons = new Set(ROWS.filter(([, , scope]) => scope === 'separator').map(([reason]) => reason));
    expect(reasons).toEqual(new Set(['comments', 'other-headlines']));
  });
});
