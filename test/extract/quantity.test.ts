import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/extract/fold.ts';
import { numberCustoms, parseNumber, quantityText, runScaleFactor, scaleFactor } from '../../src/extract/quantity.ts';

const valueOf = (text: string, language: string): number | undefined => parseNumber(text, numberCustoms(language));

describe('a number as written', () => {
  test.each([
    ['de', '1.234,5', 1234.5],
    ['en', '1,234.5', 1234.5],
    ['de', '1.500', 1500],
    ['en', '1.500', 1.5],
    ['en', '1,500', 1500],
    ['de', '1,500', 1.5],
    ['fr', '10 000', 10_000],
    ['fr', '12\u202f500\u202f000', 12_500_000],
    ['ru', '1\u00a0500,5', 1500.5],
    ['de', "1'500", 1500],
    ['it', '1.200.000', 1_200_000],
    ['en', '12,34,567', 1_234_567],
    ['hi', '१२,३४,५६७', 1_234_567],
    ['ar', '١٬٢٣٤٫٥', 1234.5],
    ['fa', '۱۲۳', 123],
    ['bn', '৪৫', 45],
    ['th', '๗๘๙', 789],
    ['de', '0,5', 0.5],
    ['en', '0.500', 0.5],
    ['en', '007', 7],
  ])('in %s %s is %d', (language, text, value) => {
    expect(valueOf(text, language)).toBe(value);
  });

  test.each(['12.10.2023', '3.2.1', '1,2,3,4', '1.2,3.4'])('%s is none', (text) => {
    expect(valueOf(text, 'de')).toBeUndefined();
  });

  test('is read back as it was, in the customs of every language', () => {
    const languages = fc.constantFrom('en', 'de', 'it', 'fr', 'es', 'pl', 'ru', 'hi', 'ar', 'fa', 'zh', 'tr', 'sv', 'de-CH');
    fc.assert(
      fc.property(languages, fc.integer({ min: 0, max: 999_999_999 }), (language, value) => {
        const written = new Intl.NumberFormat(language).format(value);
        expect(valueOf(written, language)).toBe(value);
      }),
    );
  });
});

describe('scale words', () => {
  test.each([
    ['en', 'million', 1e6],
    ['en', 'bn', 1e9],
    ['en', 'lakh', 1e5],
    ['en', 'crore', 1e7],
    ['de', 'Mio', 1e6],
    ['de', 'Milliarden', 1e9],
    ['de', 'Billionen', 1e12],
    ['fr', 'milliards', 1e9],
    ['it', 'milioni', 1e6],
    ['es', 'mil', 1e3],
    ['ro', 'mil', 1e6],
    ['ru', 'миллионами', 1e6],
    ['ru', 'тыс', 1e3],
    ['uk', 'млрд', 1e9],
    ['hi', 'लाख', 1e5],
    ['hi', 'करोड़', 1e7],
    ['ar', 'ملايين', 1e6],
    ['fa', 'میلیون', 1e6],
    ['he', 'מיליון', 1e6],
    ['tr', 'milyar', 1e9],
    ['ko', '만', 1e4],
    ['vi', 'triệu', 1e6],
  ])('in %s %s is a factor', (language, word, factor) => {
    expect(scaleFactor(fold(word), numberCustoms(language))).toBe(factor);
  });

  test.each([
    ['zh', '万人', 1e4],
    ['zh', '亿元', 1e8],
    ['zh', '百万人', 1e6],
    ['ja', '億円', 1e8],
    ['ja', '兆円', 1e12],
  ])('in %s %s begins with a factor', (language, run, factor) => {
    expect(runScaleFactor(run, numberCustoms(language))).toBe(factor);
  });

  test('other words are none', () => {
    expect(scaleFactor('people', numberCustoms('en'))).toBeUndefined();
    expect(scaleFactor('millet', numberCustoms('de'))).toBeUndefined();
    expect(runScaleFactor('人', numberCustoms('zh'))).toBeUndefined();
  });
});

describe('a value in a key', () => {
  test('has four significant digits, so that rounded figures meet', () => {
    expect(quantityText(1_234_567)).toBe('1235000');
    expect(quantityText(12.5)).toBe('12.5');
    expect(quantityText(2023)).toBe('2023');
  });

  test('does not tell by how many zeros it was written', () => {
    expect(quantityText(1.5e6)).toBe(quantityText(1_500_000));
  });
});
