import { describe, expect, test } from 'vitest';
import { addressKey, hintBetween, hintIndex } from '../../src/block/hints.ts';
import { compare, dedupe, explain } from '../../src/index.ts';
import type { Document, Hints } from '../../src/types.ts';
import { FLOOD_DE, FLOOD_EN } from '../cli/articles.ts';

function article(id: string, text: string, more: { readonly url?: string; readonly hints?: Hints } = {}): Document {
  return { id, path: id, text, ...more };
}

const ENGLISH = 'Ferry aground off Weston, 214 brought ashore.';
const FINNISH = 'Lautta ajoi karille aamuyöllä, kaikki matkustajat pelastettiin.';
const COUNCIL = 'The council of Norhaven met on Monday and spoke about the budget of the schools.';

describe('an address', () => {
  test('is the same with and without what does not lead elsewhere', () => {
    const key = addressKey('https://a.example/ferry');
    for (const other of ['http://a.example/ferry', 'https://www.a.example/ferry/', 'https://A.example/ferry', 'https://a.example/ferry?utm_source=x&fbclid=1', 'https://a.example/ferry/index.html']) expect(addressKey(other)).toBe(key);
    for (const other of ['https://a.example/ferry?p=2', 'https://a.example/Ferry', 'https://a.example/ferry#2', 'https://b.example/ferry']) expect(addressKey(other)).not.toBe(key);
  });

  test('of a main page is none: many pages name it for their own', () => {
    for (const main of ['https://a.example', 'https://a.example/', 'https://a.example/index.html', 'https://a.example/en', 'https://a.example/pt-br/', 'no address', 'ftp://a.example/x', 'https://[', '']) expect(addressKey(main)).toBeUndefined();
  });
});

describe('a hint between two documents', () => {
  const english = article('en', ENGLISH, { url: 'https://a.example/ferry' });

  test('is a translation that one of them declares, by address or by id', () => {
    for (const target of ['https://www.a.example/ferry/', 'en']) {
      const finnish = article('fi', FINNISH, { hints: { translations: [target] } });
      expect(hintBetween(english, finnish)).toBe('translation');
      expect(hintBetween(finnish, english)).toBe('translation');
    }
  });

  test('is a version of the page in another language, or one address', () => {
    expect(hintBetween(article('fi', FINNISH, { hints: { alternates: ['https://a.example/ferry?utm_medium=x'] } }), english)).toBe('alternate');
    expect(hintBetween(article('again', ENGLISH, { url: 'http://a.example/ferry' }), english)).toBe('canonical');
  });

  test('is none where addresses differ, or lead to a main page', () => {
    expect(hintBetween(article('b', COUNCIL, { url: 'https://a.example/council' }), english)).toBeUndefined();
    const home = article('home', COUNCIL, { url: 'https://a.example/' });
    expect(hintBetween(article('x', ENGLISH, { url: 'https://a.example/', hints: { alternates: ['https://a.example/'] } }), home)).toBeUndefined();
  });

  test('makes them a pair to look at, whatever their texts share, and each pair once', () => {
    const finnish = article('fi', FINNISH, { hints: { alternates: ['https://a.example/ferry'], translations: ['en'] } });
    expect(hintIndex([english, article('b', COUNCIL), finnish]).pairs).toEqual([{ a: 0, b: 2 }]);
    expect(hintIndex([english, article('b', COUNCIL)]).pairs).toEqual([]);
  });

  test('of a hundred versions of one page does not make every pair of them', () => {
    const versions = Array.from({ length: 100 }, (_, at) => article(`v${at}`, ENGLISH, { url: 'https://a.example/live' }));
    expect(hintIndex(versions).pairs.length).toBeLessThan(900);
  });
});

describe('the answer', () => {
  const english = article('en', ENGLISH, { url: 'https://a.example/ferry' });
  const finnish = article('fi', FINNISH, { url: 'https://a.example/fi/lautta', hints: { translations: ['https://a.example/ferry'] } });
  const council = article('council', COUNCIL, { url: 'https://a.example/council' });

  test('joins what a source calls a translation, though the texts alone are too short to tell, and names it in the evidence', () => {
    const report = dedupe([council, english, finnish]);
    expect(report.clusters.map(({ documents }) => documents)).toEqual([['en', 'fi']]);
    expect(report.pairs[0]).toMatchObject({ a: 'en', b: 'fi', evidence: { hint: 'translation' } });
    expect(explain(english, finnish).contributions[0]).toMatchObject({ name: 'hint', value: 1 });
  });

  test('holds what a source declares against a version that fits better', () => {
    const original = article('en', FLOOD_EN, { url: 'https://a.example/flood' });
    const declared = article('de', 'Der Fluss ist über die Ufer getreten, die Schulen bleiben geschlossen.', { hints: { translations: ['https://a.example/flood'] } });
    const rival = article('de2', FLOOD_DE);
    const pair = dedupe([original, declared, rival]).pairs.find(({ a, b }) => a === 'de' && b === 'en');
    expect(pair).toMatchObject({ relation: 'translation', evidence: { hint: 'translation' } });
    expect(pair).not.toHaveProperty('rival');
  });

  test('tells nothing of two that an archive holds, where only what comes in is asked for', () => {
    expect(dedupe([council, english, finnish], { incoming: ['council'] }).clusters).toEqual([]);
    expect(dedupe([council, english, finnish], { incoming: ['fi'] }).clusters).toHaveLength(1);
  });

  test('is of the texts alone where hints are off, and the report says so', () => {
    const report = dedupe([council, english, finnish], { hints: false });
    expect(report.clusters).toEqual([]);
    expect(report.options).toMatchObject({ hints: false });
    expect(compare(english, finnish, { hints: false }).evidence).not.toHaveProperty('hint');
    expect(compare(english, finnish, { hints: false }).probability).toBeLessThan(compare(english, finnish).probability);
  });
});
