import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/language/detect.ts';
import type { LanguageGuess } from '../../src/types.ts';

function guess(text: string, known: { readonly language?: string; readonly title?: string } = {}): LanguageGuess {
  return detectLanguage({ document: { id: 'a', path: 'a.txt', text, ...known }, body: text, removed: [] });
}

/** A flooded town, in one sentence of an article's usual length. */
const SENTENCES: readonly (readonly [string, string])[] = [
  ['en', 'Heavy rain has flooded the old town, and more than two hundred families spent the night in a school.'],
  ['de', 'Starker Regen hat die Altstadt überflutet, und mehr als zweihundert Familien verbrachten die Nacht in einer Schule.'],
  ['it', 'La pioggia ha allagato il centro storico e più di duecento famiglie hanno passato la notte in una scuola.'],
  ['fr', 'De fortes pluies ont inondé la vieille ville et plus de deux cents familles ont passé la nuit dans une école.'],
  ['es', 'Las lluvias han inundado el casco antiguo y más de doscientas familias pasaron la noche en una escuela.'],
  ['pt', 'A chuva forte inundou o centro histórico e mais de duzentas famílias passaram a noite numa escola.'],
  ['nl', 'Zware regen heeft de oude stad onder water gezet en meer dan tweehonderd gezinnen sliepen in een school.'],
  ['pl', 'Ulewny deszcz zalał stare miasto, a ponad dwieście rodzin spędziło noc w szkole.'],
  ['cs', 'Silný déšť zaplavil staré město a více než dvě stě rodin strávilo noc ve škole.'],
  ['sv', 'Kraftigt regn har översvämmat gamla stan och mer än tvåhundra familjer tillbringade natten i en skola.'],
  ['nb', 'Kraftig regn har oversvømt gamlebyen, og mer enn to hundre familier tilbrakte natten på en skole.'],
  ['fi', 'Rankkasade tulvi vanhaankaupunkiin, ja yli kaksisataa perhettä vietti yön koulussa.'],
  ['hu', 'A heves esőzés elárasztotta az óvárost, és több mint kétszáz család egy iskolában töltötte az éjszakát.'],
  ['tr', 'Şiddetli yağmur eski şehri sular altında bıraktı ve iki yüzden fazla aile geceyi bir okulda geçirdi.'],
  ['vi', 'Mưa lớn làm ngập khu phố cổ và hơn hai trăm gia đình phải ngủ qua đêm trong một trường học.'],
  ['ru', 'Сильный дождь затопил старый город, и более двухсот семей провели ночь в школе.'],
  ['uk', 'Сильний дощ затопив старе місто, і понад двісті родин провели ніч у школі.'],
  ['el', 'Η δυνατή βροχή πλημμύρισε την παλιά πόλη και περισσότερες από διακόσιες οικογένειες πέρασαν τη νύχτα σε σχολείο.'],
  ['ar', 'غمرت الأمطار الغزيرة المدينة القديمة وقضت أكثر من مئتي عائلة ليلتها في مدرسة.'],
  ['fa', 'باران شدید شهر قدیمی را زیر آب برد و بیش از دویست خانواده شب را در یک مدرسه گذراندند.'],
  ['ur', 'شدید بارش سے پرانا شہر ڈوب گیا اور دو سو سے زیادہ خاندانوں نے رات ایک اسکول میں گزاری۔'],
  ['he', 'גשם כבד הציף את העיר העתיקה ויותר ממאתיים משפחות בילו את הלילה בבית ספר.'],
  ['hi', 'भारी बारिश से पुराना शहर डूब गया और दो सौ से अधिक परिवारों ने रात एक स्कूल में बिताई।'],
  ['mr', 'मुसळधार पावसामुळे जुने शहर पाण्याखाली गेले आणि दोनशेहून अधिक कुटुंबांनी रात्र शाळेत काढली.'],
  ['bn', 'ভারী বৃষ্টিতে পুরোনো শহর ডুবে গেছে এবং দুই শতাধিক পরিবার একটি স্কুলে রাত কাটিয়েছে।'],
  ['zh', '大雨淹没了老城区，两百多个家庭在学校里过夜。'],
  ['ja', '大雨で旧市街が浸水し、二百以上の家族が学校で一夜を過ごした。'],
  ['ko', '폭우로 구시가지가 침수되어 이백 가구 이상이 학교에서 밤을 보냈다.'],
  ['th', 'ฝนตกหนักทำให้เมืองเก่าน้ำท่วม และกว่าสองร้อยครอบครัวต้องค้างคืนในโรงเรียน'],
  ['ka', 'ძლიერმა წვიმამ ძველი ქალაქი დატბორა და ორასზე მეტმა ოჯახმა ღამე სკოლაში გაატარა.'],
  ['hy', 'Ուժեղ անձրևը հեղեղել է հին քաղաքը, և ավելի քան երկու հարյուր ընտանիք գիշերել է դպրոցում։'],
];

/** The mayor who resigned, in as few words as an agency's flash. */
const FLASHES: readonly (readonly [string, string])[] = [
  ['en', 'The mayor resigned on Tuesday.'],
  ['de', 'Der Bürgermeister trat am Dienstag zurück.'],
  ['it', 'Il sindaco si è dimesso martedì.'],
  ['fr', 'Le maire a démissionné mardi.'],
  ['es', 'El alcalde dimitió el martes.'],
  ['pl', 'Burmistrz podał się do dymisji we wtorek.'],
  ['ru', 'Мэр ушёл в отставку во вторник.'],
  ['el', 'Ο δήμαρχος παραιτήθηκε.'],
  ['ar', 'استقال رئيس البلدية يوم الثلاثاء.'],
  ['he', 'ראש העיר התפטר.'],
  ['hi', 'महापौर ने मंगलवार को इस्तीफा दे दिया।'],
  ['zh', '市长辞职'],
  ['ja', '市長が辞任'],
  ['ko', '시장 사임'],
  ['th', 'นายกเทศมนตรีลาออก'],
];

describe('the language of an article', () => {
  test.each(SENTENCES)('is told from one sentence of %s', (code, text) => {
    expect(guess(text).code).toBe(code);
  });

  test.each(SENTENCES)('is told with some certainty from three sentences of %s', (code, text) => {
    const { code: told, confidence } = guess(`${text}\n${text}\n${text}`);
    expect(told).toBe(code);
    expect(confidence).toBeGreaterThan(0.5);
  });

  test.each(FLASHES)('is told from a flash of %s', (code, text) => {
    expect(guess(text).code).toBe(code);
  });

  test('is not changed by a few names in another script', () => {
    expect(guess('Die Agentur „Интерфакс“ meldete am Montag, der Staudamm sei gebrochen und die Stadt Пермь überflutet.').code).toBe('de');
    expect(guess('据Nordkurier报道，Cordell镇上方的大坝于周一清晨决堤，市长要求居民撤离。').code).toBe('zh');
  });

  test('is told from the title where the text is short', () => {
    const title = 'Il sindaco si è dimesso martedì dopo lo scandalo degli appalti';
    expect(guess('Video 3:20', { title }).code).toBe('it');
  });

  test('is not told where there are no letters', () => {
    for (const text of ['', ' \n', '2023 – 4:1 (2:0)', '🌊🌊']) expect(guess(text)).toEqual({ code: 'und', confidence: 0 });
  });

  test('has a confidence from 0 to 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { code, confidence } = guess(text);
        expect(code).toMatch(/^[a-z]{2,3}$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('close relatives', () => {
  const SERBIAN = 'Јака киша поплавила је стари град, а више од двеста породица провело је ноћ у школи, рекао је градоначелник.';
  const MACEDONIAN = 'Силниот дожд го поплави стариот град, а повеќе од двесте семејства ја поминаа ноќта во училиште, рече градоначалникот.';
  const BULGARIAN = 'Силен дъжд наводни стария град, а повече от двеста семейства прекараха нощта в училище, каза кметът.';
  const CROATIAN = 'Jaka kiša poplavila je stari grad, a više od dvjesto obitelji provelo je noć u školi, rekao je gradonačelnik.';
  const AFRIKAANS = 'Swaar reën het die ou stad oorstroom en meer as tweehonderd gesinne het die nag in ʼn skool deurgebring.';
  const GALICIAN = 'A choiva asolagou o casco vello e máis de duascentas familias pasaron a noite nunha escola, dixo o alcalde.';

  test('Serbian, Macedonian and Bulgarian are told apart', () => {
    expect([SERBIAN, MACEDONIAN, BULGARIAN].map((text) => guess(text).code)).toEqual(['sr', 'mk', 'bg']);
  });

  test('Afrikaans and Galician are told from Dutch and Portuguese', () => {
    expect([AFRIKAANS, GALICIAN].map((text) => guess(text).code)).toEqual(['af', 'gl']);
  });

  test('Croatian is no Serbian: that is written here in Cyrillic letters', () => {
    expect(['hr', 'bs']).toContain(guess(CROATIAN).code);
  });

  test('Indonesian and Malay are taken for one of the two, and told apart by what the source declares', () => {
    const indonesian =
      'Hujan deras membanjiri kota tua, dan lebih dari dua ratus keluarga bermalam di sebuah sekolah. Wali kota mengatakan bahwa ' +
      'pemerintah akan membantu warga yang kehilangan rumah karena bencana itu.';
    const malay =
      'Hujan lebat membanjiri bandar lama dan lebih dua ratus keluarga bermalam di sebuah sekolah. Datuk Bandar berkata bahawa ' +
      'kerajaan akan membantu penduduk yang kehilangan rumah kerana bencana itu.';
    for (const text of [indonesian, malay]) {
      expect(['id', 'ms']).toContain(guess(text).code);
      expect(guess(text, { language: 'id' }).code).toBe('id');
      expect(guess(text, { language: 'ms-MY' }).code).toBe('ms');
    }
  });
});

describe('what the source declares', () => {
  const ITALIAN = 'La pioggia ha allagato il centro storico e più di duecento famiglie hanno passato la notte in una scuola.';

  test('is believed of a short text, with or without a region', () => {
    expect(guess('Roma 2 Lazio 1', { language: 'it' }).code).toBe('it');
    expect(guess('Roma 2 Lazio 1', { language: 'de-AT' }).code).toBe('de');
    expect(guess('Oslo 2 Bergen 1', { language: 'no' }).code).toBe('nb');
  });

  test('makes the guess certain where both agree', () => {
    expect(guess(ITALIAN.repeat(2), { language: 'it' })).toEqual({ code: 'it', confidence: 1 });
  });

  test('is overruled by a long text that is clearly another language', () => {
    expect(guess(ITALIAN.repeat(2), { language: 'en' }).code).toBe('it');
  });

  test('is not believed where the script says otherwise', () => {
    expect(guess('市长辞职', { language: 'en' }).code).toBe('zh');
    expect(guess('Мэр ушёл', { language: 'en' }).code).not.toBe('en');
  });

  test('is ignored where it names no language known here', () => {
    for (const language of ['', 'xx', 'english please']) expect(guess(ITALIAN, { language }).code).toBe('it');
  });
});
