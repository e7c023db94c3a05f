import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/extract/sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence ends', () => {
  test.each([
    ['in English', 'The dam broke.', 'Nobody was hurt.'],
    ['at a question mark', 'Perché ha ceduto?', 'Nessuno lo sa.'],
    ['after an English closing quotation mark', '“It is all gone.”', 'Then he left.'],
    ['after a German closing quotation mark', '„Alles ist weg.“', 'Dann ging er.'],
    ['after a French closing quotation mark', '« Tout est perdu. »', 'Puis il partit.'],
    ['after a closing bracket', 'Der Damm brach (um drei Uhr.)', 'Niemand schlief.'],
    ['in Russian', 'Плотину прорвало.', 'Никто не погиб.'],
    ['in Greek', 'Το φράγμα έσπασε.', 'Κανείς δεν σκοτώθηκε.'],
    ['at the Arabic question mark', 'هل انهار السد؟', 'نعم.'],
    ['at the Urdu full stop', 'ڈیم ٹوٹ گیا۔', 'کوئی زخمی نہیں ہوا۔'],
    ['at the danda', 'बांध टूट गया।', 'कोई घायल नहीं हुआ।'],
    ['at the Armenian full stop', 'Ամբարտակը փլվել է։', 'Զոհեր չկան։'],
  ])('%s', (_where, first, second) => {
    expect(split(`${first} ${second}`)).toEqual([first, second]);
  });

  test('at the Chinese full stop and after its quotation mark, without a space', () => {
    expect(split('大坝决堤。无人死亡。')).toEqual(['大坝决堤。', '无人死亡。']);
    expect(split('她说：「我们失去了一切。」她走了。')).toEqual(['她说：「我们失去了一切。」', '她走了。']);
    expect(split('ダムが決壊した！死者はいない。')).toEqual(['ダムが決壊した！', '死者はいない。']);
  });

  test('at the end of a line, with or without a stop', () => {
    expect(split('Dam breaks\nCordell, Monday\n\nThe dam broke.')).toEqual(['Dam breaks', 'Cordell, Monday', 'The dam broke.']);
  });
});

describe('a full stop does not end a sentence', () => {
  test.each([
    ['after a title', 'Mr. Hale met Dr. Lind on Monday.'],
    ['after initials', 'U.S. President J. Hale came to Cordell.'],
    ['after a saint', 'Er kam gestern aus St. Petersburg zurück.'],
    ['after the hour', 'The dam broke at 7 p.m. Monday.'],
    ['after two shortened words', 'Es fehlt an allem, u.a. Wasser, d.h. Hilfe kam nicht.'],
    ['in a number', 'Repairs cost 12.5 million, up from 3.200 in May.'],
    ['after the day of a date', 'Am 17. Januar brach der Damm.'],
    ['after a shortened word', 'Der Bau kostete ca. 5 Mio. Euro.'],
    ['before a small letter', 'The site cordell.example. is down, says example.org today.'],
    ['after a Russian shortened word', 'Ремонт стоил бы 12 млн. Рублей на это нет.'],
    ['after a numbered article', 'Das verbietet Art. 5 der Verfassung.'],
  ])('%s', (_where, text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe('a word that is also an abbreviation somewhere', () => {
  test('ends an English sentence all the same: no', () => {
    expect(split('Asked whether he would resign, Hale said no. Then he left.')).toHaveLength(2);
  });

  test('ends an English sentence all the same: on', () => {
    expect(split('The search goes on. Police closed the road.')).toHaveLength(2);
  });

  test('ends a Spanish sentence all the same: mar', () => {
    expect(split('El barco volvió al mar. Nadie resultó herido.')).toHaveLength(2);
  });
});

describe('sentences', () => {
  test('are not longer than 2,000 characters, whatever the text', () => {
    const spans = splitSentences(`Cordell ${'wasser '.repeat(1_000)}`);
    expect(spans.length).toBeGreaterThan(3);
    for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(2_000);
  });

  test('are none in an empty or blank text', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\t\u3000\n')).toEqual([]);
  });

  test('hold all of the text but white space, in order and without overlap', () => {
    const piece = fc.constantFrom('The dam broke.', 'Mr.', '17.', 'U.S.', '。', '」', '؟', '।', '\n', ' ', '…', '!?', '(so)', 'no. 5', '“', '”');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const text = pieces.join('');
        const spans = splitSentences(text);
        let last = 0;
        for (const { start, end } of spans) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  test('of a row of dots are found in a time that grows with its length only', () => {
    const text = `Inhalt ${'.'.repeat(20_000)}7`;
    const before = performance.now();
    expect(split(text).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
