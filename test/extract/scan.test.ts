import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signOf } from '../../src/extract/number-sign.ts';
import { countLetters, isLetterOrDigit, scan } from '../../src/extract/scan.ts';
import type { Token } from '../../src/extract/tokens.ts';

const tokensOf = (text: string): Token[] => [...scan(text)];
const textsOf = (text: string): string[] => tokensOf(text).map((token) => token.text);

describe('words', () => {
  test('are parted at elisions and hyphens', () => {
    expect(textsOf('L’ultimo giorno dell\'anno')).toEqual(['L', 'ultimo', 'giorno', 'dell', 'anno']);
    expect(textsOf('Baden-Württemberg')).toEqual(['Baden', 'Württemberg']);
  });

  test('keep their accents, umlauts and ß', () => {
    expect(textsOf('Übungen più Weißrussland Łódź')).toEqual(['Übungen', 'più', 'Weißrussland', 'Łódź']);
  });

  test('keep accents written as marks of their own', () => {
    expect(textsOf('cafe\u0301 noir')).toEqual(['cafe\u0301', 'noir']);
  });

  test('of initials are one, without the stops', () => {
    expect(tokensOf('The U.S. and the U.N. agree.').filter((token) => token.capital).map((token) => token.text)).toEqual(['The', 'US', 'UN']);
    expect(textsOf('J. Smith')).toEqual(['J', 'Smith']);
  });

  test('keep the vowel signs, joiners and gershayim inside them', () => {
    expect(textsOf('नई दिल्ली में')).toEqual(['नई', 'दिल्ली', 'में']);
    expect(textsOf('می\u200cشود')).toEqual(['می\u200cشود']);
    expect(textsOf('צה״ל')).toEqual(['צה״ל']);
  });

  test('have a capital if their first letter has one, in any script with capitals', () => {
    const capitals = (text: string): boolean[] => tokensOf(text).map((token) => token.capital);
    expect(capitals('Minsk liegt')).toEqual([true, false]);
    expect(capitals('Минск стоит')).toEqual([true, false]);
    expect(capitals('Αθήνα είναι')).toEqual([true, false]);
    expect(capitals('القاهرة 서울 3')).toEqual([false, false, false]);
  });
});

describe('numbers', () => {
  test.each(['1.234,5', '1,234.5', '12,34,567', "1'500", '1’500', '10 000', '10\u00a0000', '12\u202f500\u202f000', '١٬٢٣٤٫٥', '5'])('%s is one', (text) => {
    expect(tokensOf(`Rund ${text}, hieß es.`).filter((token) => token.kind === 'number').map((token) => token.text)).toEqual([text]);
  });

  test('end before the stop or comma of the sentence', () => {
    expect(textsOf('Es waren 300, nicht 200.')).toEqual(['Es', 'waren', '300', 'nicht', '200']);
  });

  test('are parted at a space where no group of three follows', () => {
    expect(textsOf('G 20 5000')).toEqual(['G', '20', '5000']);
    expect(textsOf('Am 5 12 Uhr')).toEqual(['Am', '5', '12', 'Uhr']);
  });

  test('a year before another number is a number of its own', () => {
    expect(textsOf('In 2023 500 homes burned')).toEqual(['In', '2023', '500', 'homes', 'burned']);
  });
});

describe('runs of scripts without spaces', () => {
  test('are one token as far as the script goes on', () => {
    expect(tokensOf('特朗普抵达巴黎。').map(({ kind, text }) => [kind, text])).toEqual([['run', '特朗普抵达巴黎']]);
    expect(tokensOf('トランプ大統領が来た').map(({ kind, text }) => [kind, text])).toEqual([['run', 'トランプ大統領が来た']]);
    expect(tokensOf('นายกเทศมนตรี ลาออก').map(({ kind, text }) => [kind, text])).toEqual([
      ['run', 'นายกเทศมนตรี'],
      ['run', 'ลาออก'],
    ]);
  });

  test('are parted from the number before them', () => {
    expect(tokensOf('约3万人').map(({ kind, text }) => [kind, text])).toEqual([
      ['run', '约'],
      ['number', '3'],
      ['run', '万人'],
    ]);
  });

  test('are not Korean: that has spaces', () => {
    expect(tokensOf('서울 시장').map((token) => token.kind)).toEqual(['word', 'word']);
  });
});

describe('tokens', () => {
  test('stand where they say, in order, between the offsets asked for', () => {
    const piece = fc.constantFrom('U.S.', 'L’état', '1.234,5', '10 000', '特朗普', 'Übung', 'ราคา', '서울', 'می\u200cشود', '—', '\n', '🌊', 'e\u0301');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), fc.nat(), fc.nat(), (pieces, first, second) => {
        const text = pieces.join(' ');
        const [start = 0, end = 0] = [first % (text.length + 1), second % (text.length + 1)].sort((x, y) => x - y);
        let last = start;
        for (const token of scan(text, 'en', start, end)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(end);
          expect(text.slice(token.start, token.end).replaceAll('.', '')).toBe(token.text.replaceAll('.', ''));
          last = token.end;
        }
      }),
    );
  });

  test('hold every letter and digit of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const covered = tokensOf(text).reduce((sum, token) => sum + countLetters(text, token.start, token.end), 0);
        expect(covered).toBe(countLetters(text, 0, text.length));
        expect(scan(text).letters).toBe(covered);
      }),
    );
  });
});

test('letters and digits of any script count as such, marks and spaces do not', () => {
  expect([...'aÜж日カท٣'].every((character) => isLetterOrDigit(character.charCodeAt(0)))).toBe(true);
  expect([...' .,—。«\u0301'].some((character) => isLetterOrDigit(character.charCodeAt(0)))).toBe(false);
  expect(countLetters('«Am 17. Januar»', 0, 15)).toBe(10);
});

test.each([
  ['3.5%', '%'],
  ['3,5 %', '%'],
  ['€5', '€'],
  ['5 €', '€'],
  ['5 Mio. €', '€'],
  ['5 Mio. € 7', ''],
  ['US$5m', '$'],
  ['38 °C', '°C'],
  ['38 ° C', '°C'],
  ['38°', '°'],
  ['5 houses', ''],
  ['5', ''],
])('the sign of the first number of %j is %j', (text, sign) => {
  const number = tokensOf(text).find(({ kind }) => kind === 'number');
  expect(signOf(text, number?.start ?? 0, number?.end ?? 0)).toBe(sign);
});

test('of thousands of words in one stretch each is itself, known or new, with whatever others it shares its place in the table', () => {
  const syllables = ['ka', 'lo', 'mi', 're', 'su', 'ton', 'vek', 'zar'];
  const words = Array.from({ length: 8 ** 4 }, (_, at) => [0, 3, 6, 9].map((shift) => syllables[(at >> shift) & 7] ?? '').join(''));
  const text = `${words.join(' ')} 42 ${words.toReversed().join(' ')}`;
  expect(textsOf(text)).toEqual([...words, '42', ...words.toReversed()]);
  expect(textsOf(text)).toEqual([...words, '42', ...words.toReversed()]);
});
