import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleOf, keysIn, keyTexts } from './articles.ts';
import { readTable, tableRows } from '../../src/data/load.ts';
import { KEY_FAMILIES, type KeyFamily } from '../../src/types.ts';
import { SENTENCES } from '../compare/stories.ts';

/** The keys of a family that all of the texts have. */
function common(family: KeyFamily, ...texts: readonly (readonly [language: string, text: string])[]): string[] {
  const [first = [], ...others] = texts.map(([language, text]) => keyTexts(text, language, family));
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

describe('a name meets itself', () => {
  test('across spellings, known to the tables or not: Lukashenko', () => {
    const shared = common(
      'name',
      ['en', 'The meeting in Minsk was long, Lukashenko said.'],
      ['de', 'Das Treffen in Minsk war lang, sagte Lukaschenko.'],
      ['it', 'L’incontro a Minsk è stato lungo, ha detto Lukashenko.'],
      ['pl', 'Spotkanie w Mińsku było długie, powiedział Łukaszenka.'],
      ['ru', 'Встреча в Минске была долгой, сказал Лукашенко.'],
      ['be', 'Сустрэча ў Мінску была доўгай, сказаў Лукашэнка.'],
    );
    expect(shared).toEqual(expect.arrayContaining(['e:lukashenko', 's:RKSNK', 'e:minsk']));
  });

  test('across scripts, with capitals or without: Trump', () => {
    const shared = common(
      'name',
      ['en', 'Yesterday Trump arrived in Paris.'],
      ['ru', 'Вчера Трамп прибыл в Париж.'],
      ['el', 'Χθες ο Τραμπ έφτασε στο Παρίσι.'],
      ['zh', '特朗普昨天抵达巴黎。'],
      ['ja', 'トランプ大統領は昨日パリに到着した。'],
      ['ko', '트럼프 대통령이 어제 파리에 도착했다.'],
      ['hi', 'ट्रम्प कल पेरिस पहुंचे।'],
      ['ar', 'وصل ترامب إلى باريس أمس.'],
      ['fa', 'ترامپ دیروز وارد پاریس شد.'],
      ['he', 'טראמפ הגיע אתמול לפריז.'],
    );
    expect(shared).toEqual(['e:trump', 'e:paris']);
  });

  test('in Thai, whose words are not parted', () => {
    expect(keyTexts('ทรัมป์เดินทางถึงปารีสเมื่อวานนี้', 'th', 'name')).toEqual(expect.arrayContaining(['e:trump', 'e:paris']));
    expect(keyTexts('ประธานาธิบดีพูดถึงสงคราม', 'th', 'word')).toEqual(expect.arrayContaining(['w:president', 'w:war']));
  });

  test('in Chinese and Japanese, where a dot parts its words: Michael Jackson', () => {
    expect(keyTexts('迈克尔·杰克逊来了。', 'zh', 'name')).toContain('e:michael-jackson');
    expect(keyTexts('マイケル・ジャクソンが来た。', 'ja', 'name')).toContain('e:michael-jackson');
  });

  test('across its abbreviations: NATO, OTAN, НАТО', () => {
    const shared = common(
      'name',
      ['en', 'The ministers of NATO met.'],
      ['fr', 'Les ministres de l’OTAN se réunissent.'],
      ['es', 'Los ministros de la OTAN se reúnen.'],
      ['ru', 'Министры НАТО встретились.'],
      ['ar', 'اجتمع وزراء الناتو.'],
      ['zh', '北约部长会晤。'],
    );
    expect(shared).toEqual(['e:nato']);
  });

  test('of a country as noun and adjective: bielorusso, belarussisch, Belarusian', () => {
    const shared = common(
      'name',
      ['it', 'Il ministero bielorusso tace.'],
      ['de', 'Das belarussische Ministerium schweigt.'],
      ['de', 'In Weißrussland schweigt das Ministerium.'],
      ['en', 'The Belarusian ministry is silent.'],
      ['fr', 'Le ministère biélorusse se tait.'],
      ['ru', 'Белорусское министерство молчит.'],
      ['zh', '白俄罗斯国防部保持沉默。'],
    );
    expect(shared).toEqual(['e:BY']);
  });

  test.each([
    ['ar', 'وصل بتروف إلى المدينة.'],
    ['ar', 'وصل الوزير وبتروف إلى المدينة.'],
    ['he', 'אתמול בתרוב הגיע.'],
  ])('in %s where its first letter might be a particle: %s', (language, text) => {
    expect(keyTexts(text, language, 'name')).toContain('s:PTRF');
  });

  test('of two words as one key, whichever comes first: Union Shield', () => {
    const shared = common(
      'name',
      ['en', 'Russia and Belarus begin the exercise Union Shield today.'],
      ['it', 'L’esercitazione Union Shield inizia oggi.'],
      ['en', 'The exercise is called Shield Union today.'],
    );
    expect(shared.filter((key) => key.startsWith('m:'))).toHaveLength(1);
  });

  test('of two words as one key in German too, where Union is a noun', () => {
    const shared = common('name', ['en', 'They begin the exercise Union Shield.'], ['de', 'Heute beginnt die Übung Union Shield.']);
    expect(shared.filter((key) => key.startsWith('m:'))).toHaveLength(1);
  });

  test('of two words with a key that other pairs of names do not have', () => {
    const pair = (text: string): string[] => keyTexts(text, 'en', 'name').filter((key) => key.startsWith('m:'));
    expect(pair('They met Rui Tavares there.')).not.toEqual(pair('They met Carla Mendes there.'));
  });

  test('once for each mention, whatever number of forms the tables have for it', () => {
    for (const [language, text] of [['en', 'They met Trump.'], ['de', 'Sie trafen Trump.'], ['ru', 'Они видели Минск.']] as const) {
      const entities = keysIn(text, language).filter((key) => key.text.startsWith('e:'));
      expect(entities.map(({ share }) => share), text).toEqual([1]);
    }
  });
});

describe('a name that sounds like another word of the language', () => {
  test.each([
    ['en', 'The US army left.', 'e:US'],
    ['en', 'The U.S. army left.', 'e:US'],
    ['en', 'The Swiss army left.', 'e:CH'],
    ['es', 'El ejército de EE. UU. se fue.', 'e:US'],
    ['es', 'El ejército de Cuba se fue.', 'e:CU'],
    ['it', 'I ministri della NATO si incontrano.', 'e:nato'],
    ['it', 'L’esercito della Francia parte.', 'e:FR'],
    ['fr', 'L’armée de la France part.', 'e:FR'],
    ['de', 'Die Armee der Schweiz geht.', 'e:CH'],
    ['ru', 'Армия ушла из Газы.', 'e:gaza'],
    ['he', 'שר ההגנה של ארה"ב הגיע.', 'e:US'],
    ['he', 'שרי נאט״ו נפגשו.', 'e:nato'],
    ['en', 'They spoke of COVID-19 at the G20 summit.', 'e:covid'],
    ['en', 'They spoke of COVID-19 at the G20 summit.', 'e:g20'],
  ])('in %s is still a name: %s', (language, text, key) => {
    expect(keyTexts(text, language, 'name')).toContain(key);
  });

  test.each(['en', 'de', 'it', 'fr', 'es', 'pt', 'nl', 'pl', 'ru', 'tr', 'ar', 'he', 'hi', 'zh', 'ja', 'ko', 'th', 'vi', 'id'])(
    'is met, if it is a country, in every form that the table has for it in %s',
    (language) => {
      const [header = [], ...rows] = tableRows(readTable('entities.tsv'));
      const column = header.indexOf(language);
      const unmet = rows.flatMap(([id = '', kind, ...cells]) => {
        const forms = kind === 'country' ? (cells[column - 2] ?? '').split('|') : [];
        const whole = forms.filter((form) => form !== '' && !form.endsWith('*'));
        return whole.filter((form) => !keyTexts(`x ${form} x`, language, 'name').includes(`e:${id}`));
      });
      expect(unmet).toEqual([]);
    },
  );
});

describe('what is no name', () => {
  test('is a word that only opens its sentence', () => {
    expect(keyTexts('Engineers had warned of cracks. The engineers left.', 'en', 'name')).toEqual([]);
  });

  test('is an acronym’s letters as a small word: us, who', () => {
    expect(keyTexts('They told us who did it.', 'en', 'name')).toEqual([]);
    expect(keyTexts('They told us.', 'en', 'word')).toEqual(keyTexts('They told them.', 'en', 'word'));
    expect(keyTexts('They told the WHO.', 'en', 'name')).toContain('e:who');
  });

  test('is the many capitals of a headline', () => {
    expect(keyTexts('Heavy Rain Floods Schools and Railway', 'en', 'name').filter((key) => key.startsWith('m:'))).toEqual([]);
  });

  test('is a German noun that the dictionary knows', () => {
    expect(keyTexts('Gestern brach bei der Übung ein Krieg aus.', 'de', 'name')).toEqual([]);
  });
});

describe('numbers meet', () => {
  const quantities = (language: string, text: string): string[] => keyTexts(text, language, 'quantity');

  test.each([
    ['en', 'It weighs 1,234.5 tonnes.', 'q:1235'],
    ['de', 'Es wiegt 1.234,5 Tonnen.', 'q:1235'],
    ['en', 'About 10,000 people came.', 'q:10000'],
    ['fr', 'Environ 10 000 personnes sont venues.', 'q:10000'],
    ['zh', '约1万人到场。', 'q:10000'],
    ['ja', '約1万人が来た。', 'q:10000'],
    ['ko', '약 1만 명이 왔다.', 'q:10000'],
    ['en', 'It cost 1.5 million euros.', 'q:1500000'],
    ['de', 'Das kostete 1,5 Mio. Euro.', 'q:1500000'],
    ['it', 'È costato 1,5 milioni di euro.', 'q:1500000'],
    ['ru', 'Это стоило 1,5 млн евро.', 'q:1500000'],
    ['zh', '耗资150万欧元。', 'q:1500000'],
    ['en', 'Some 3 lakh people came.', 'q:300000'],
    ['hi', 'करीब 3 लाख लोग आए।', 'q:300000'],
    ['hi', 'करीब ३ लाख लोग आए।', 'q:300000'],
    ['ar', 'جاء ٣٠٠٬٠٠٠ شخص.', 'q:300000'],
    ['th', 'มีคน 3 ล้านคน', 'q:3000000'],
    ['en', 'It costs 2bn euros.', 'q:2000000000'],
    ['es', 'Cuesta 2 mil millones de euros.', 'q:2000000000'],
    ['zh', '耗资20亿欧元。', 'q:2000000000'],
  ])('in %s: %s', (language, text, key) => {
    expect(quantities(language, text)).toContain(key);
  });

  test.each([
    ['en', 'They found three dogs.'],
    ['en', 'They found 3 dogs.'],
    ['de', 'Sie fanden drei Hunde.'],
    ['it', 'Hanno trovato tre cani.'],
    ['fr', 'Ils ont trouvé trois chiens.'],
    ['es', 'Encontraron tres perros.'],
    ['ru', 'Нашли три собаки.'],
    ['sv', 'De hittade tre hundar.'],
    ['cs', 'Našli tři psy.'],
    ['tr', 'Üç köpek bulundu.'],
    ['ro', 'Au găsit trei câini.'],
  ])('as words and as digits, in %s: %s', (language, text) => {
    expect(quantities(language, text)).toEqual(['q:3']);
  });

  test('in a date, each by itself and as a day', () => {
    expect(quantities('de', 'Am 12.10.2023 brach der Damm.')).toEqual(['q:10-12', 'q:12', 'q:10', 'q:2023']);
  });

  test('beside a year', () => {
    expect(quantities('en', 'In 2023 500 homes burned.')).toEqual(['q:2023', 'q:500']);
  });
});

test('a day of the week and a month are one word in all languages', () => {
  const shared = common(
    'word',
    ['en', 'They met on Tuesday, 5 January.'],
    ['de', 'Sie trafen sich am Dienstag, 5. Januar.'],
    ['it', 'Si sono visti martedì 5 gennaio.'],
    ['pl', 'Spotkali się we wtorek 5 stycznia.'],
    ['ru', 'Они встретились во вторник, 5 января.'],
    ['zh', '他们于1月5日星期二会面。'],
    ['ar', 'اجتمعوا يوم الثلاثاء 5 يناير.'],
  );
  expect(shared.sort()).toEqual(['w:month-1', 'w:weekday-2']);
});

describe('the keys of a text', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...SENTENCES.map((sentence) => sentence.text)), fc.string({ unit: 'grapheme' })), { maxLength: 4 });
  const language = fc.constantFrom('en', 'de', 'it', 'ru', 'ar', 'zh', 'ja', 'th', 'hi', 'und');

  test('stand inside their sentence, with a share in (0, 1] and one family for each kind', () => {
    const familyOf: Readonly<Record<string, KeyFamily>> = { n: 'name', s: 'name', e: 'name', m: 'name', q: 'quantity', w: 'word', c: 'cognate' };
    fc.assert(
      fc.property(text, language, (parts, code) => {
        for (const sentence of articleOf(parts.join(' '), code).sentences) {
          for (const key of sentence.keys) {
            expect(key.start).toBeGreaterThanOrEqual(sentence.start);
            expect(key.end).toBeGreaterThan(key.start);
            expect(key.end).toBeLessThanOrEqual(sentence.end);
            expect(key.share).toBeGreaterThan(0);
            expect(key.share).toBeLessThanOrEqual(1);
            expect(KEY_FAMILIES).toContain(key.family);
            expect(key.family).toBe(familyOf[key.text.slice(0, key.text.indexOf(':'))]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are the same each time', () => {
    fc.assert(
      fc.property(text, language, (parts, code) => {
        expect(keysIn(parts.join(' '), code)).toEqual(keysIn(parts.join(' '), code));
      }),
      { numRuns: 20 },
    );
  });
});
