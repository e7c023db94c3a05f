import { describe, expect, test } from 'vitest';
import { articleOf, keyTexts } from './articles.ts';
import { relativeDays } from '../../src/extract/dates.ts';
import { extract } from '../../src/extract/extract.ts';

const quantities = (language: string, text: string): string[] => keyTexts(text, language, 'quantity');

describe('a day of the year is one key', () => {
  test.each([
    ['it', 'La diga ha ceduto il 3 marzo 2024.'],
    ['it', 'La diga ha ceduto il 03/03/2024.'],
    ['de', 'Der Damm brach am 3. März.'],
    ['de', 'Der Damm brach am 03.03.2024.'],
    ['de', 'Der Damm brach am 3.3.24.'],
    ['en', 'The dam broke on March 3.'],
    ['en', 'The dam broke on 3 March 2024.'],
    ['en', 'The dam broke on the 3rd of March.'],
    ['en', 'The dam broke on Mar. 3.'],
    ['en', 'The dam broke on 2024-03-03.'],
    ['fr', 'Le barrage a cédé le 3 mars 2024.'],
    ['es', 'La presa cedió el 3 de marzo de 2024.'],
    ['pt', 'A barragem cedeu em 3 de março.'],
    ['nl', 'De dam brak op 3 maart.'],
    ['pl', 'Tama pękła 3 marca.'],
    ['ru', 'Плотина прорвалась 3 марта.'],
    ['uk', 'Дамбу прорвало 3 березня.'],
    ['cs', 'Hráz se protrhla 3. března.'],
    ['tr', "Baraj 3 Mart'ta yıkıldı."],
    ['hu', 'A gát március 3-án szakadt át.'],
    ['fi', 'Pato murtui 3. maaliskuuta.'],
    ['ar', 'انهار السد في 3 مارس.'],
    ['ar', 'انهار السد في ٣ آذار.'],
    ['he', 'הסכר קרס ב-3 במרץ.'],
    ['fa', 'سد در ۳ مارس شکست.'],
    ['hi', 'बांध 3 मार्च को टूटा।'],
    ['vi', 'Con đập vỡ ngày 3 tháng 3.'],
    ['th', 'เขื่อนแตกเมื่อวันที่ 3 มีนาคม 2024'],
    ['zh', '大坝于2024年3月3日溃决。'],
    ['ja', 'ダムは3月3日に決壊した。'],
    ['ko', '댐은 3월 3일에 무너졌다.'],
  ])('in words and in figures, in %s: %s', (language, text) => {
    expect(quantities(language, text)).toContain('q:03-03');
    expect(keyTexts(text, language, 'word')).toContain('w:month-3');
  });

  test('by the order of its language; where that is open, each reading counts for less', () => {
    expect(quantities('it', 'Il 4/3/2024 la diga cede.')).toContain('q:03-04');
    expect(quantities('it', 'Il 4/3/2024 la diga cede.')).not.toContain('q:04-03');
    const shares = articleOf('The dam broke on 4/3/2024.', 'en').sentences[0]?.keys.flatMap(({ text, share }) => (text.startsWith('q:0') ? [[text, share]] : []));
    expect(shares).toEqual([['q:04-03', 1 / Math.sqrt(2)], ['q:03-04', 1 / Math.sqrt(2)]]);
    expect(quantities('en', 'The dam broke on 13/4/2024.')).toContain('q:04-13');
  });

  test.each([
    ['en', 'They won 3-2 in March and 5 of 6 in April.'],
    ['en', 'Some 32 March to the square.'],
    ['en', 'In March 2024 the dam broke.'],
    ['de', 'Im März 3000 Menschen.'],
    ['it', 'Il rapporto 3/3 parla di 40 case.'],
    ['de', 'Das kostet 12.13.2024.'],
  ])('and no other figures are one, in %s: %s', (language, text) => {
    expect(quantities(language, text).filter((key) => /^q:\d\d-\d\d$/u.test(key))).toEqual([]);
  });
});

describe('in a document with a date', () => {
  const daysOf = (language: string, text: string, date?: string): string[] => {
    const document = { id: 'a', path: 'a.txt', text, ...(date === undefined ? {} : { date }) };
    const { sentences } = extract({ document, body: text, removed: [] }, { code: language, confidence: 1 });
    return sentences.flatMap(({ keys }) => keys.flatMap((key) => (/^q:\d\d-\d\d$/u.test(key.text) ? [key.text] : [])));
  };

  test.each([
    ['en', 'The dam broke yesterday.'],
    ['en', 'The dam broke on Tuesday.'],
    ['en', 'The dam broke on March 5.'],
    ['de', 'Der Damm ist gestern gebrochen.'],
    ['de', 'Der Damm brach am Dienstag.'],
    ['it', 'La diga ha ceduto ieri.'],
    ['it', 'La diga ha ceduto martedì.'],
    ['fr', 'Le barrage a cédé hier.'],
    ['ru', 'Плотину вчера прорвало.'],
    ['tr', 'Baraj dün yıkıldı.'],
    ['ar', 'انهار السد أمس.'],
    ['zh', '大坝昨天溃决。'],
    ['ja', 'ダムは昨日決壊した。'],
  ])('yesterday, the weekday and the date are one day, in %s: %s', (language, text) => {
    expect(daysOf(language, text, '2024-03-06T08:00:00Z')).toEqual(['q:03-05']);
  });

  test('days go over the end of a month and of a year', () => {
    expect(daysOf('en', 'The dam broke yesterday.', '2024-03-01')).toEqual(['q:02-29']);
    expect(daysOf('de', 'Der Damm ist gestern gebrochen.', '2025-01-01')).toEqual(['q:12-31']);
    expect(daysOf('en', 'The dam opens tomorrow.', '2024-12-31')).toEqual(['q:01-01']);
  });

  test('a weekday is the last of its name, the document’s own day among them', () => {
    expect(daysOf('en', 'The dam broke on Wednesday.', '2024-03-06')).toEqual(['q:03-06']);
    expect(daysOf('en', 'The dam broke on Thursday.', '2024-03-06')).toEqual(['q:02-29']);
  });

  test('without one, or with one that is none, they are no days', () => {
    expect(daysOf('en', 'The dam broke yesterday, on Tuesday.')).toEqual([]);
    expect(relativeDays('last spring')).toBeUndefined();
    expect(relativeDays('')).toBeUndefined();
  });
});
