import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from '../compare/stories.ts';
import { madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { candidatePairs } from '../../src/block/candidates.ts';
import type { CandidatePair } from '../../src/block/pair-list.ts';
import { screening, shippedScreen } from '../../src/compare/screen.ts';
import type { PrintCore } from '../../src/fingerprint/print.ts';
import { listOf } from '../../src/fingerprint/shelf.ts';

/** What 200 other articles are made of: towns, people and events of our making. */
const TOWNS = ['Ardal', 'Bovino', 'Carsk', 'Drumholm', 'Estavel', 'Furtwald', 'Gorlova', 'Hestra', 'Imbro', 'Jaslov'];
const PEOPLE = ['Nils Berg', 'Olga Danko', 'Pietro Salvi', 'Quentin Roux', 'Rosa Ibarra', 'Stefan Kohl', 'Tomas Urban', 'Vera Lund'];
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  en: ['opened a bridge in', 'closed the school in', 'won the election in', 'was arrested in', 'put out a fire in'],
  de: ['eröffnete eine Brücke in', 'schloss die Schule in', 'gewann die Wahl in', 'starb bei einem Unfall in', 'löschte ein Feuer in'],
  it: ['ha inaugurato un ponte a', 'ha chiuso la scuola di', 'ha vinto le elezioni a', 'è stato arrestato a', 'ha spento un incendio a'],
};

/** A fingerprint with the name of its document. */
interface Named {
  readonly id: string;
  readonly print: PrintCore;
}

const named = (text: string, language: string, id: string): Named => ({ id, print: printOf(text, language) });

function otherArticles(): Named[] {
  return Array.from({ length: 200 }, (_, index) => {
    const language = ['en', 'de', 'it'][index % 3] ?? 'en';
    const [town, person] = [TOWNS[index % 10] ?? '', PEOPLE[index % 8] ?? ''];
    const event = EVENTS[language]?.[index % 5] ?? '';
    const sentences = [`${person} ${event} ${town}.`, `${person} (${20 + (index % 50)}): ${index * 37 + 100} Euro, ${1900 + (index % 120)}.`, `${town}, ${person}.`];
    return named(sentences.join(' '), language, `other-${index}`);
  });
}

const OTHERS = otherArticles();

/** The pairs of documents, with or without the screen. */
function pairsOf(documents: readonly Pick<Named, 'print'>[], screened = false): CandidatePair[] {
  const prints = listOf(documents.map(({ print }) => print));
  return [...candidatePairs(prints, screened ? screening(prints, shippedScreen()) : () => true)];
}

/** The ids of each pair found, in order, those two in code-unit order. */
function found(documents: readonly Named[], screened = false): string[] {
  const idOf = (index: number): string => documents[index]?.id ?? '?';
  return pairsOf(documents, screened).map(({ a, b }) => [idOf(a), idOf(b)].sort().join(' '));
}

describe('the candidates', () => {
  const versions = (story: Readonly<Record<string, readonly string[]>>, name: string): Named[] =>
    Object.keys(story).map((language) => named(textOf(story, language), language, `${name}-${language}`));

  test('have every pair of versions of one report among 200 other articles', () => {
    const [dam, strike] = [versions(DAM, 'dam'), versions(STRIKE, 'strike')];
    const expected = [dam, strike].flatMap((prints) => {
      const ids = prints.map(({ id }) => id).sort();
      return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => `${a} ${b}`));
    });
    expect(expected).toHaveLength(9);
    expect(found([...OTHERS.slice(0, 100), ...dam, ...OTHERS.slice(100), ...strike])).toEqual(expect.arrayContaining(expected));
  });

  test('have another report of the event, and an excerpt', () => {
    const after = named(DAM_AFTERMATH.join(' '), 'en', 'after');
    const excerpt = named((DAM['en'] ?? []).slice(3, 5).join(' '), 'en', 'excerpt');
    const pairs = found([after, ...OTHERS, excerpt, ...versions(DAM, 'dam')]);
    expect(pairs).toEqual(expect.arrayContaining(['after dam-en', 'dam-en excerpt']));
  });

  test('are the same in whatever order the documents come', () => {
    const prints = [...versions(DAM, 'dam'), ...versions(STRIKE, 'strike'), named(DAM_AFTERMATH.join(' '), 'en', 'after'), ...OTHERS.slice(0, 4)];
    const expected = found(prints).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(prints, { minLength: prints.length }), (shuffled) => {
        expect(found(shuffled).sort()).toEqual(expected);
      }),
    );
  });

  test('are pairs of two documents, each once, in ascending order', () => {
    fc.assert(
      fc.property(fc.array(madeUpPrint, { maxLength: 12 }), (prints) => {
        const pairs = [...candidatePairs(listOf(prints), () => true)];
        for (const { a, b } of pairs) {
          expect(a).toBeLessThan(b);
          expect(b).toBeLessThan(prints.length);
        }
        const places = pairs.map(({ a, b }) => a * prints.length + b);
        expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
      }),
      { numRuns: 30 },
    );
  });

  test('that the screen lets through have every pair of versions, and hardly any of strangers', () => {
    const [dam, strike] = [versions(DAM, 'dam'), versions(STRIKE, 'strike')];
    const all = [...OTHERS, ...dam, ...strike];
    const pairs = found(all, true);
    expect(pairs.filter((pair) => /^(?:dam-.. dam|strike-.. strike)/.test(pair))).toHaveLength(9);
    const between = (list: readonly string[]): number => list.filter((pair) => /(?:dam|strike)-.. other/.test(pair)).length;
    expect(between(pairs)).toBeLessThan(between(found(all)) / 4);
  });

  test('are sought no further in a language where four in a row are strangers', () => {
    const documents = [...OTHERS, ...versions(DAM, 'dam')];
    const looks = new Map<string, number>();
    candidatePairs(listOf(documents.map(({ print }) => print)), (document, partner) => {
      const look = `${document} ${documents[partner]?.print.language}`;
      looks.set(look, (looks.get(look) ?? 0) + 1);
      return false;
    });
    expect(Math.max(...looks.values())).toBe(4);
  });

  test('are far fewer than all pairs', () => {
    expect(pairsOf(OTHERS).length).toBeLessThan((OTHERS.length * (OTHERS.length - 1)) / 4);
  });

  test('are none among documents without keys, and none of a single one', () => {
    expect(pairsOf([])).toEqual([]);
    expect(pairsOf([named(textOf(DAM, 'en'), 'en', 'a')])).toEqual([]);
    expect(pairsOf([named('', 'en', 'a'), named('', 'en', 'b')])).toEqual([]);
  });

  test('of a document and its copy are found even in a folder of copies', () => {
    const copies = Array.from({ length: 20 }, (_, index) => named(textOf(DAM, 'en'), 'en', `copy-${index}`));
    const touched = new Set(pairsOf(copies).flatMap(({ a, b }) => [a, b]));
    expect(touched.size).toBe(20);
  });

  test('of a thousand copies are about one a copy, and leave none alone', () => {
    const print = printOf(textOf(DAM, 'en'), 'en');
    const pairs = pairsOf(Array.from({ length: 1_000 }, () => ({ print })));
    expect(pairs.length).toBeLessThan(1_100);
    const linked = new Set([0]);
    for (const { a, b } of pairs) if (linked.has(a)) linked.add(b);
    expect(linked.size).toBe(1_000);
  });

  test('of a version in another language are found among a thousand copies', () => {
    const [copy, version] = [named(textOf(DAM, 'en'), 'en', 'copy'), named(textOf(DAM, 'de'), 'de', 'version')];
    const copies = Array.from({ length: 1_000 }, (_, index) => ({ ...copy, id: `copy-${index}` }));
    expect(found([...copies, version])).toContain('copy-0 version');
  });

  test('in one language do not push out those in another', () => {
    const copies = Array.from({ length: 20 }, (_, index) => named(textOf(DAM, 'en'), 'en', `copy-${index}`));
    const pairs = found([...copies, named(textOf(DAM, 'de'), 'de', 'version')]);
    expect(pairs).toContain('copy-0 version');
  });

  test('share word sequences where they share no rare key', () => {
    const text = 'the the the of of and and to to in in a a for for on on';
    const [one, other] = [named(text, 'en', 'one'), named(text, 'en', 'other')];
    expect(found([one, other])).toEqual(['one other']);
  });
});
