import { describe, expect, test } from 'vitest';
import { ARTICLE, removedFrom, STORY } from './cleaning.ts';

/** What goes from a line above or below the article. */
function above(line: string): string[] {
  return removedFrom(`${line}\n\n${STORY}`, 'Storm closes the harbour of Varna');
}
function below(line: string): string[] {
  return removedFrom(`${STORY}\n\n${line}`, 'Storm closes the harbour of Varna');
}
function between(line: string): string[] {
  return removedFrom([ARTICLE[0], line, ARTICLE[1], ARTICLE[2]].join('\n\n'), 'Storm closes the harbour of Varna');
}

describe('navigation', () => {
  test('the link over a menu goes', () => {
    expect(above('Skip to content')).toEqual(['navigation: Skip to content']);
    expect(above('Zum Inhalt springen')).toEqual(['navigation: Zum Inhalt springen']);
  });

  test('a trail from the home page goes, in any language', () => {
    expect(above('Home » News » Storm closes the harbour')).toHaveLength(1);
    expect(above('Accueil > Monde > Bulgarie')).toEqual(['navigation: Accueil > Monde > Bulgarie']);
    expect(above('Главная / Новости / Шторм закрыл порт')).toHaveLength(1);
    expect(above('首页 > 国际 > 正文')).toHaveLength(1);
  });

  test('a trail goes though its first step is unknown', () => {
    expect(above('Welt › Europa › Bulgarien')).toEqual(['navigation: Welt › Europa › Bulgarien']);
  });

  test('a list of tags goes', () => {
    expect(below('Tags: Varna, Black Sea, storm')).toHaveLength(1);
  });
});

describe('byline', () => {
  test('the name of an author goes, and the date of the page', () => {
    expect(above('By Jane Roe')).toEqual(['byline: By Jane Roe']);
    expect(above('Von Erika Mustermann und Max Mustermann')).toHaveLength(1);
    expect(above('Published: March 4, 2024 10:30 AM')).toHaveLength(1);
    expect(above('by admin')).toHaveLength(1);
  });
});

describe('repeated-title', () => {
  test('the title goes where the page gives it again, whatever its case and signs', () => {
    expect(above('STORM CLOSES THE HARBOUR OF VARNA!')).toEqual(['repeated-title: STORM CLOSES THE HARBOUR OF VARNA!']);
  });

  test('without a title the first line is one', () => {
    const headline = 'Storm closes the harbour of Varna';
    expect(removedFrom(`${headline}\n\n${headline}\n\n${STORY}`)).toEqual([`repeated-title: ${headline}`]);
  });
});

describe('related-links', () => {
  test('a line that offers another article goes', () => {
    expect(between('See also  Ferry runs aground off Burgas')).toEqual(['related-links: See also  Ferry runs aground off Burgas']);
    expect(between('Leggi anche: Traghetto incagliato al largo di Burgas')).toHaveLength(1);
    expect(between('Читайте также: Паром сел на мель у Бургаса')).toHaveLength(1);
  });

  test('"Read more" at the end of a paragraph goes alone', () => {
    expect(removedFrom(`${ARTICLE[0]} Read more\n\n${ARTICLE[1]}`)).toEqual(['related-links: Read more']);
  });
});

describe('other-headlines', () => {
  test('the list under an opener goes to the end of the page', () => {
    const list = 'More stories\nFerry runs aground off Burgas\nWhy the Black Sea is warming\nTen beaches for the spring';
    expect(below(list)).toEqual([`other-headlines: ${list}`]);
  });

  test('headlines with teasers go as long as "read more" ends each', () => {
    const item = (place: string): string => `Ferry runs aground off ${place}The crew of nine was taken ashore, the coast guard said.\nWeiterlesen »`;
    const list = `Weitere Nachrichten:\n${['Burgas', 'Constanța', 'Odesa'].map(item).join('\n')}`;
    expect(below(list)).toEqual([`other-headlines: ${list}`]);
  });

  test('a list goes in a language nobody wrote a phrase for, if the same arrow ends each item', () => {
    const item = (place: string): string => `Ferry runs aground off ${place}. The crew of nine was taken ashore.\nSoma zaidi »`;
    const removed = below(['Burgas', 'Constanța', 'Odesa', 'Batumi'].map(item).join('\n'));
    expect(removed.filter((each) => each.startsWith('other-headlines'))).toHaveLength(1);
    expect(removed.at(-1)).toMatch(/Batumi[^]*Soma zaidi »$/);
  });

  test('a box in mid-article goes without the paragraph below it', () => {
    expect(between('Lesen Sie auch\nFähre vor Burgas auf Grund gelaufen')).toHaveLength(1);
    expect(removedFrom(`${ARTICLE[0]}\nRelated: Ferry runs aground\nA harbour with a history\n${ARTICLE[1]}`))
      .toEqual(['other-headlines: Related: Ferry runs aground']);
  });
});

describe('caption', () => {
  test('a line that opens with the word for a picture goes', () => {
    expect(between('Photo: a crane lies on the quay')).toHaveLength(1);
    expect(between('Foto: Jane Roe/dpa')).toHaveLength(1);
    expect(between('资料图：瓦尔纳港的起重机')).toHaveLength(1);
  });

  test('a line that ends in the name of an agency goes', () => {
    expect(between('A crane lies on the quay of Varna on Monday (AP)')).toHaveLength(1);
    expect(between('A crane lies on the quay of Varna on Monday (Jane Roe/AFP)')).toHaveLength(1);
    expect(between('Ein Kran liegt auf dem Kai von Warna (Foto: Jane Roe)')).toHaveLength(1);
  });
});

describe('comments', () => {
  test('the form goes, also where its buttons stand in a row', () => {
    expect(below('Leave a Reply Cancel reply').join()).toMatch(/^comments: Leave a Reply/);
    expect(below('Schreibe einen Kommentar')).toHaveLength(1);
    expect(below('コメントを残す')).toHaveLength(1);
  });

  test('its small print goes', () => {
    expect(below('Your email address will not be published. Required fields are marked *')).toHaveLength(2);
    expect(below('Il tuo indirizzo email non sarà pubblicato.')).toHaveLength(1);
  });

  test('it goes where it is glued to the last sentence', () => {
    expect(removedFrom(`${STORY}Leave a Reply`)).toEqual(['comments: Leave a Reply']);
    expect(removedFrom(`${STORY}Deja una respuesta`)).toEqual(['comments: Deja una respuesta']);
  });
});

describe('cookie-notice', () => {
  test('the notice goes as a whole paragraph, its buttons too', () => {
    const notice = 'We use cookies to make this site better. You may switch them off. Accept Read more';
    expect(below(notice)).toEqual([`cookie-notice: ${notice}`]);
    expect(below('本网站使用cookie来改善您的体验。继续浏览即表示同意。')).toHaveLength(1);
    expect(below('Ми використовуємо файли cookie, щоб сайт працював краще.')).toHaveLength(1);
  });

  test('a row of buttons goes', () => {
    expect(below('Accept Read More')).toEqual(['cookie-notice: Accept Read More']);
  });
});

describe('author-note', () => {
  test('a row of self-descriptions goes from the end of the page', () => {
    const note = '“Coffee fanatic. Web scholar. Devoted traveller. Student.”';
    expect(below(note)).toEqual([`author-note: ${note}`]);
  });

  test('it goes though a list of headlines follows', () => {
    const note = '“Amante del caffè. Studioso del web. Viaggiatore devoto.”';
    const removed = below(`${note}\nMore Stories\nFerry runs aground off Burgas`);
    expect(removed).toContain(`author-note: ${note}`);
  });
});

describe('source-line', () => {
  test('the name of the source goes from the end of the page', () => {
    expect(below('source example.org')).toEqual(['source-line: source example.org']);
    expect(below('来源：新华社')).toHaveLength(1);
  });

  test('a copyright note goes', () => {
    expect(below('© 2024 The Varna Post. All rights reserved.')).toHaveLength(1);
    expect(below('© Varna Post – Alle Rechte vorbehalten')).toHaveLength(1);
  });
});

describe('subscription', () => {
  test('what the site asks of its readers goes', () => {
    expect(between('Advertisement')).toEqual(['subscription: Advertisement']);
    expect(below('Subscribe to our newsletter and never miss a story.')).toHaveLength(1);
    expect(below('Share Tweet Pin it')).toHaveLength(1);
    expect(below('Seguici su Telegram')).toHaveLength(1);
  });
});

describe('fragment', () => {
  test('a line of signs goes', () => {
    expect(below('.')).toEqual(['fragment: .']);
    expect(between('* * *')).toEqual(['fragment: * * *']);
  });
});
