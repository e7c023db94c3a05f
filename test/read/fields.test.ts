import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/read/text/date.ts';
import { languageTag } from '../../src/read/text/language-code.ts';

describe('a date', () => {
  test.each([
    ['2024-03-01', '2024-03-01'],
    ['2024-03', '2024-03'],
    ['2024', '2024'],
    ['2024-03-01T10:00:00.123+01:00', '2024-03-01T10:00:00.123+01:00'],
    ['2024-03-01 10:00:00', '2024-03-01T10:00:00'],
    ['2024-03-01 10:00:00 UTC', '2024-03-01T10:00:00Z'],
    ['20240301T101500Z', '2024-03-01T10:15:00Z'],
    ['20240301101500', '2024-03-01T10:15:00'],
    ['Fri, 01 Mar 2024 10:00:00 +0100', '2024-03-01T10:00:00+01:00'],
    ['1 Mar 2024 09:05 EST', '2024-03-01T09:05:00-05:00'],
    ['Fri, 1 March 2024', '2024-03-01'],
  ])('%s is %s', (given, iso) => {
    expect(isoDate(given)).toBe(iso);
  });

  test.each(['0000-00-00', '0000-01-01', '2024-02-30', '2023-02-29', '2024-13-01', '2024-01-01T25:00:00Z', '01/02/2024', 'yesterday', '', '32 Mar 2024', '1 Mrz 2024'])('%s is none of the calendar, or could be two', (given) => {
    expect(isoDate(given)).toBeUndefined();
  });
});

test.each([['en_US', 'en-US'], ['DE', 'de'], ['eng', 'en'], ['English', 'en'], ['german', 'de'], ['Deutsch', 'de'], ['français', 'fr'], ['zh-hans-cn', 'zh-Hans-CN'], ['Klingonese', 'Klingonese'], ['x', 'x']])('the language %s is %s', (given, tag) => {
  expect(languageTag(given)).toBe(tag);
});
