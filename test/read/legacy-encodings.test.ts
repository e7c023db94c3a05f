import { describe, expect, test } from 'vitest';
import { asRss } from './formats/articles.ts';
import { encoded } from './formats/legacy.ts';
import { codesOf, readFileOf } from './folder.ts';

/** Some sentences in the languages that are still met in encodings of their own. */
const NEWS = {
  de: 'Die Brücke über die Alder bleibt gesperrt, erklärte die Bürgermeisterin am Montag. Für Fußgänger gebe es eine Fähre, später auch für Räder.',
  fr: 'Le ministère a précisé que les travaux dureraient jusqu’à février. Des élus ont demandé à être informés plus tôt, après les événements de l’été.',
  es: 'El año pasado la situación era más difícil, según explicó la alcaldesa. ¿Qué pasará mañana? La reunión será el próximo miércoles en la ciudad.',
  pl: 'Ponad tysiąc osób ewakuowano w nocy z powodu powodzi, poinformowała straż pożarna. Wójt zapowiedział, że szkoły będą zamknięte aż do środy. Żołnierze pomagają.',
  hu: 'A kormány bejelentette, hogy jövő héten újra megnyílik a híd, amelyet az árvíz miatt zártak le. Több száz embert költöztettek ki.',
  ru: 'Власти города сообщили, что мост через реку закрыт до пятницы. Жителей ближайших домов переселили в школу, рассказал представитель ведомства.',
  el: 'Η κυβέρνηση ανακοίνωσε νέα μέτρα για τη στήριξη των αγροτών μετά τις πλημμύρες στη Θεσσαλία, δήλωσε ο υπουργός.',
  tr: 'Başbakan yaptığı açıklamada köprünün önümüzdeki hafta yeniden açılacağını söyledi. Yüzlerce kişi bölgeden tahliye edildi, çalışmalar sürüyor.',
  zh: '市政府周二表示，由于河水上涨，大桥将继续关闭到星期五。附近居民已被转移到学校，消防部门正在加固堤坝。',
  ja: '市は火曜日、川の水位が上がったため橋の通行止めを金曜日まで延長すると発表した。近くの住民は学校に避難している。',
  ko: '시는 화요일 강물이 불어나 다리를 금요일까지 계속 통제한다고 밝혔다. 인근 주민들은 학교로 대피했다.',
} as const;

const ENCODINGS: readonly (readonly [keyof typeof NEWS, string])[] = [
  ['de', 'windows-1252'], ['fr', 'windows-1252'], ['es', 'windows-1252'], ['pl', 'windows-1250'], ['pl', 'iso-8859-2'], ['hu', 'iso-8859-2'],
  ['ru', 'windows-1251'], ['ru', 'koi8-r'], ['ru', 'iso-8859-5'], ['el', 'iso-8859-7'], ['tr', 'windows-1254'],
  ['zh', 'gb18030'], ['zh', 'gbk'], ['ja', 'shift_jis'], ['ja', 'euc-jp'], ['ko', 'euc-kr'],
];

/** Polish in it has few letters that Portuguese in Latin-1 has not: two sentences may be too little to tell. */
const UNSURE = new Set(['pl in iso-8859-2']);

describe.each(ENCODINGS)('%s in %s', (language, encoding) => {
  const text = NEWS[language];
  const bytes = (around: (text: string) => string): Buffer => encoded(around(text), encoding);

  test('is read right where a page or a feed declares it, and nothing is said', async () => {
    const page = await readFileOf('page.html', bytes((news) => `<html><head><meta charset="${encoding}"><title>News</title></head><body><article><p>${news}</p></article></body></html>`));
    expect(page.documents[0]?.text).toBe(text);
    const feed = await readFileOf('feed.xml', bytes((news) => asRss([{ id: 'a', text: news }]).replace('UTF-8', encoding)));
    expect(feed.documents[0]?.text).toBe(text);
    expect([...page.diagnostics, ...feed.diagnostics].filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('is read right where nothing declares it and there is enough of it, and the guess is said', async () => {
    for (const [name, around] of [['a.txt', (news: string) => news], ['a.jsonl', (news: string) => `{"text": "${news}"}\n`], ['a.csv', (news: string) => `id,text\n1,"${news}"\n`]] as const) {
      const read = await readFileOf(name, bytes(around));
      const isUnsure = UNSURE.has(`${language} in ${encoding}`) && read.documents.length === 0;
      expect(read.documents.map((document) => document.text)).toEqual(isUnsure ? [] : [text]);
      expect(codesOf(read)).toEqual([isUnsure ? 'wrong-encoding' : 'encoding-detected']);
    }
  });

  test('is right or not read at all, however little of it there is', async () => {
    const characters = [...text];
    for (let length = 1; length <= 40; length += 3) {
      const part = characters.slice(0, length).join('');
      const { documents, diagnostics } = await readFileOf('a.txt', encoded(part, encoding));
      if (documents.length === 0) expect(diagnostics[0]?.code).toBe('wrong-encoding');
      else expect(documents[0]?.text).toBe(part);
    }
  });
});

test('a page that declares another encoding and is UTF-8 is read as UTF-8', async () => {
  const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${NEWS.de}</p></body></html>`;
  expect((await readFileOf('page.html', page)).documents[0]?.text).toBe(NEWS.de);
});

test('UTF-16 without a mark is known by its zeros', async () => {
  for (const text of [NEWS.de, NEWS.ru]) {
    const little = Buffer.from(text, 'utf16le');
    expect((await readFileOf('a.txt', little)).documents[0]?.text).toBe(text);
    expect((await readFileOf('a.txt', Buffer.from(little).swap16())).documents[0]?.text).toBe(text);
  }
});
