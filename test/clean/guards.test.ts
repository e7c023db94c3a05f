import { describe, expect, test } from 'vitest';
import { ARTICLE, keptOf, removedFrom, STORY } from './cleaning.ts';

describe('article text stays', () => {
  test.each([
    'Read more than 200 books a year and you will be invited to the jury, the minister told pupils in Plovdiv on Monday.',
    'Home prices in Varna rose by 8 percent in 2023, and by 12 percent in the villages along the coast, the bank said.',
    'Source: the river rises in the Balkan mountains, runs north for 200 kilometres and falls into the Danube near Belene.',
    'By train from Sofia to Varna takes seven hours, an hour longer than it did in 1985, passengers complained on Monday.',
    'Accept that the storm was an act of God, the insurers wrote to the port; the port will do no such thing, it replied.',
  ])('a paragraph that begins like furniture: %s', (paragraph) => {
    const text = [ARTICLE[0], `${paragraph} A second sentence of the article follows it here.`, ARTICLE[1]].join('\n\n');
    expect(removedFrom(text)).toEqual([]);
  });

  test('a question that happens to be answered in two words', () => {
    expect(removedFrom(`${ARTICLE[0]}\n“Shall we close the port?” asked the mayor.\n“I agree.”\n${ARTICLE[1]}`)).toEqual([]);
  });

  test('the agency a German paper names after its last full stop', () => {
    expect(removedFrom(`${STORY}\n\nDer Hafen bleibt bis Freitag geschlossen. (dpa)`)).toEqual([]);
  });

  test('a phrase in mid-sentence', () => {
    expect(removedFrom(`${ARTICLE[0]} Fishermen who want to read more about the cranes can leave a comment at the town hall.\n${ARTICLE[1]}`))
      .toEqual([]);
  });

  test('a headline that begins with "By" or "Photos", where no title is given', () => {
    expect(removedFrom(`By George, They Did It\n\n${STORY}`)).toEqual([]);
    expect(removedFrom(`Photos: the storm of Varna in pictures\n\n${STORY}`)).toEqual([]);
  });

  test('a German heading that begins with "Von"', () => {
    expect(removedFrom(`Von Warna nach Odessa\n\n${STORY}`, 'Sturm schließt Hafen')).toEqual([]);
  });

  test('section headings, questions among them', () => {
    const text = [ARTICLE[0], 'What happens next?', ARTICLE[1], 'A harbour with a history', ARTICLE[2]].join('\n\n');
    expect(removedFrom(text)).toEqual([]);
  });

  test('a sentence that the article says twice', () => {
    const refrain = 'Nobody was hurt, the port said again.';
    expect(removedFrom(`${refrain}\n${ARTICLE[1]}\n${refrain}\n${ARTICLE[2]}`)).toEqual([]);
  });

  test('paragraphs below an opener in mid-article', () => {
    expect(keptOf(`${ARTICLE[0]}\nRelated stories\n${ARTICLE[1]}\n${ARTICLE[2]}`)).toEqual([...ARTICLE]);
  });

  test('the article below a menu of headlines', () => {
    expect(keptOf(`Most read\nFerry runs aground off Burgas\n${STORY}`)).toEqual(['Ferry runs aground off Burgas', ...ARTICLE]);
  });

  test('a single far "read more" does not take the paragraph before it', () => {
    const text = `${ARTICLE[0]}\nRelated: a ferry\n${ARTICLE[1]} ${ARTICLE[2]} ${ARTICLE[0]}\nRead more »\n${ARTICLE[1]}`;
    expect(keptOf(text).join('\n')).toContain(`${ARTICLE[1]} ${ARTICLE[2]} ${ARTICLE[0]}`);
  });

  test('a long Thai paragraph, though Thai has no full stop', () => {
    const paragraph = 'ท่าเรือวาร์นาปิดเป็นเวลาสองวันหลังจากพายุพัดเครนสามตัวหลุดจากราง '.repeat(4).trim();
    expect(keptOf(`${paragraph}\nข่าวที่เกี่ยวข้อง\n${paragraph}`)).toEqual([paragraph, paragraph]);
  });

  test('a Chinese sentence that begins with the words of a button', () => {
    const text = '瓦尔纳港因风暴关闭两天，三台起重机脱轨，港务局周一表示没有人员受伤。\n发表评论文章的专家认为损失达一千二百万欧元。';
    expect(removedFrom(text)).toEqual([]);
  });

  test('the page is left alone, but for lines known by heart, where most of it looks like furniture', () => {
    const links = Array.from({ length: 12 }, (_, index) => `See also the report on pier number ${index + 1} of the harbour`);
    expect(removedFrom(['The harbour of Varna was closed on Monday.', ...links, 'Advertisement'].join('\n')))
      .toEqual(['subscription: Advertisement']);
  });
});

describe('a text of nothing', () => {
  test.each(['', ' ', '\n\n', '\r\n'])('stays as it is: %j', (text) => {
    expect(removedFrom(text)).toEqual([]);
  });
});
