import { describe, expect, test } from 'vitest';
import { clean } from '../../src/clean/clean.ts';
import { shippedPhrases } from '../../src/clean/phrases.ts';
import { cleaned, keptOf, removedFrom, seed } from './cleaning.ts';

const ITALIAN = '000_cbb69c8857a717b9.txt';
const GERMAN = '001_e9c280b6da3d37c1.txt';
const BLOG = '002_1dbccfd970728b20.txt';
const AGGREGATOR = '003_f4b3b7efe7834f89.txt';
const REWRITE = '004_3331ead1135ad25f.txt';

describe('on the real articles in seeds/', () => {
  test('the Italian one loses "Leave a Reply" and nothing else', () => {
    expect(removedFrom(seed(ITALIAN))).toEqual(['comments: Leave a Reply']);
  });

  test('"Leave a Reply" goes too where it is glued to the last sentence', () => {
    const glued = seed(ITALIAN).replace('\nLeave a Reply', 'Leave a Reply');
    expect(removedFrom(glued)).toEqual(['comments: Leave a Reply']);
  });

  test('the German one loses the note on its author and the three headlines under "More Stories"', () => {
    const removed = removedFrom(seed(GERMAN));
    expect(removed.map((each) => each.slice(0, 40))).toEqual([
      'author-note: „Fernsehexperte. Schriftste',
      'other-headlines: More Stories\nSolarpaket',
    ]);
    expect(removed[1]).toContain('Sanktionsbrecher');
    expect(keptOf(seed(GERMAN)).at(-1)).toMatch(/Die nächsten Monate\.“$/);
  });

  test('the blog page loses its trail, byline, links, captions, forms and notices', () => {
    const removed = removedFrom(seed(BLOG)).map((each) => each.slice(0, 44).replaceAll('\u00a0', ' '));
    expect(removed).toEqual([
      'navigation: Home » ‘A war not involved’: Wha',
      'byline: by admin',
      'repeated-title: ‘A war not involved’: What p',
      'related-links: See also  Wimbledon: "It\'s a ',
      'caption: The Russian Ministry of Defense did',
      'related-links: See also  New report says pro-',
      'caption: Place names from top to bottom: Bel',
      'caption: Joint military exercises between Ru',
      'related-links: See also  Ana Ćurčić reported ',
      'other-headlines: You may also like',
      'comments: Leave a Comment',
      'comments: This site uses Akismet to reduce s',
      'comments: Learn how your comment data is pro',
      'cookie-notice: This website uses cookies to ',
      'cookie-notice: Privacy & Cookies Policy',
    ].map((each) => each.slice(0, 44)));
  });

  test('the blog page keeps its title once and every paragraph of the article', () => {
    const kept = keptOf(seed(BLOG));
    expect(kept.filter((line) => line.includes('A war not involved'))).toHaveLength(1);
    const paragraphs = seed(BLOG).split('\n').filter((line) => line.length > 150 && /[.”]$/.test(line));
    expect(paragraphs.length).toBeGreaterThan(15);
    for (const paragraph of paragraphs) expect(kept).toContain(paragraph.trim());
  });

  test('the aggregator page loses the list of headlines, teasers and all, and keeps the article', () => {
    const removed = removedFrom(seed(AGGREGATOR));
    expect(removed.map((each) => each.slice(0, 30))).toEqual([
      'navigation: Indonesia Berita T', 'other-headlines: Similar News:',
    ]);
    expect(removed[1]?.match(/Baca lebih lajut »/g)).toHaveLength(4);
    expect(keptOf(seed(AGGREGATOR))).toEqual(seed(AGGREGATOR).split('\n').slice(0, 5));
  });

  test('the rewrite loses a lone full stop and the line that names its source', () => {
    expect(removedFrom(seed(REWRITE))).toEqual(['fragment: .', 'source-line: source site-34']);
  });

  test('nothing goes where cleaning is off', () => {
    const { document } = cleaned(seed(BLOG));
    const kept = clean(document, { enabled: false, phrases: shippedPhrases() });
    expect(kept).toEqual({ document, body: document.text, removed: [] });
  });
});
