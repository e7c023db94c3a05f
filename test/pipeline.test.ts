import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from './compare/stories.ts';
import { madeUp } from './fingerprint/prints.ts';
import { compare, comparePairs, dedupe, explain, UsageError, type Document } from '../src/index.ts';
import { pipelineOptions } from '../src/options.ts';
import { judgePair } from '../src/pair.ts';
import { findClusters, prepare, takeApart } from '../src/pipeline.ts';

const documentOf = (id: string, text: string, known: Partial<Document> = {}): Document => ({ id, path: `${id}.txt`, text, ...known });

/** Four versions of one report, three of another, a second report of the first event, and two that stand alone. */
const NEWS: readonly Document[] = [
  ...Object.keys(DAM).map((language) => documentOf(`dam-${language}`, textOf(DAM, language))),
  ...Object.keys(STRIKE).map((language) => documentOf(`strike-${language}`, textOf(STRIKE, language))),
  documentOf('aftermath', DAM_AFTERMATH.join(' ')),
  documentOf('chess', 'Vera Lund won the chess championship in Estavel on Sunday. She beat Stefan Kohl in 64 moves.'),
  documentOf('museo', 'Il museo di Bovino riapre sabato dopo due anni di lavori. Il biglietto costa 6 euro, ha detto il direttore Pietro Salvi.'),
];

const byId = (id: string): Document => NEWS.find((document) => document.id === id) ?? documentOf(id, '');

describe('the pipeline', () => {
  const options = pipelineOptions();

  test('has the shipped figures and the documented defaults', () => {
    expect(options).toMatchObject({ level: 'report', threshold: 0.6, clean: true });
    expect(pipelineOptions({ threshold: 0.9, clean: false })).toMatchObject({ level: 'report', threshold: 0.9, clean: false });
  });

  test('takes a document apart by its language, with or without its furniture', () => {
    const document = documentOf('a', `${textOf(DAM, 'it')}\nIscriviti alla nostra newsletter`);
    const [cleaned, whole] = [takeApart(document, { clean: true }), takeApart(document, { clean: false })];
    expect([cleaned.language.code, whole.language.code]).toEqual(['it', 'it']);
    expect(cleaned.removed.length).toBeGreaterThan(0);
    expect(whole.removed).toEqual([]);
    expect(whole.sentences.length).toBeGreaterThan(cleaned.sentences.length);
  });

  test('judges a pair in the order of the ids, whichever comes first', () => {
    const [x, y] = ['dam-it', 'dam-de'].map((id) => prepare(byId(id), options));
    if (x === undefined || y === undefined) throw new Error('both are there');
    expect(judgePair(x, y, options)).toEqual(judgePair(y, x, options));
    expect(judgePair(x, y, options).a.document.id).toBe('dam-de');
  });

  test('finds the versions of each report and leaves the rest alone', () => {
    const { clusters, prepared } = findClusters(NEWS, options);
    expect(clusters.map(({ documents }) => documents)).toEqual([
      ['dam-de', 'dam-en', 'dam-it', 'dam-ru'],
      ['strike-de', 'strike-en', 'strike-it'],
    ]);
    expect(prepared.map(({ document }) => document.id)).toEqual(NEWS.map(({ id }) => id).sort());
  });
});

describe('dedupe', () => {
  const report = dedupe(NEWS);

  test('gives the same answer for the documents in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...NEWS], { minLength: NEWS.length }), (shuffled) => {
        expect(JSON.stringify(dedupe(shuffled))).toBe(JSON.stringify(report));
      }),
      { numRuns: 8 },
    );
  });

  test('does not judge a pair otherwise for what else is in the folder', () => {
    const pair = dedupe([byId('dam-it'), byId('dam-de')]).pairs;
    expect(report.pairs).toContainEqual(pair[0]);
  });

  test('gives an empty report for no documents', () => {
    expect(dedupe([])).toMatchObject({
      schemaVersion: 1,
      summary: { documents: 0, clusters: 0, duplicates: 0, languages: {} },
      documents: [],
      clusters: [],
      pairs: [],
      diagnostics: [],
    });
  });

  test('lists documents without text, alone', () => {
    const { documents, clusters } = dedupe([documentOf('a', ''), documentOf('b', ''), documentOf('c', ' \n')]);
    expect(documents.map(({ id, language }) => [id, language.code])).toEqual([['a', 'und'], ['b', 'und'], ['c', 'und']]);
    expect(clusters).toEqual([]);
  });

  test('counts documents, clusters, duplicates and languages', () => {
    expect(report.summary).toEqual({ documents: 10, clusters: 2, duplicates: 5, languages: { de: 2, en: 4, it: 3, ru: 1 } });
  });

  test('tells pairs with the first id first, the most probable pair first', () => {
    expect(report.pairs.filter(({ a, b }) => a >= b)).toEqual([]);
    const probabilities = report.pairs.map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((x, y) => y - x));
    expect(report.pairs.filter(({ probability, story }) => story < probability || story > 1 || probability < 0)).toEqual([]);
  });

  test('joins at the level of stories what it joins at that of reports, and no less', () => {
    const stories = dedupe(NEWS, { level: 'story' }).clusters;
    for (const { documents } of report.clusters) {
      const holds = stories.some((story) => documents.every((id) => story.documents.includes(id)));
      expect(holds, documents.join(' ')).toBe(true);
    }
  });

  test('joins no more at a higher threshold', () => {
    const joined = (threshold: number): number => dedupe(NEWS, { threshold }).summary.duplicates;
    const [some, fewer, fewest] = [0.2, 0.9, 0.999_999_999_999].map(joined);
    expect(fewer).toBeLessThanOrEqual(some ?? 0);
    expect(fewest).toBeLessThan(some ?? 0);
  });

  test('passes on what reading had to say', () => {
    const diagnostics = [{ code: 'empty-document', severity: 'warning', message: 'The file is empty.' }] as const;
    expect(dedupe([], { diagnostics }).diagnostics).toEqual(diagnostics);
  });

  test('reports the options it went by', () => {
    expect(dedupe([], { level: 'story', threshold: 0.7, clean: false }).options).toMatchObject({ level: 'story', threshold: 0.7, clean: false });
  });

  test('does not change the documents it is given', () => {
    const documents = [documentOf('b', textOf(DAM, 'en')), documentOf('a', textOf(DAM, 'de'))];
    const before = structuredClone(documents);
    dedupe(Object.freeze(documents.map((document) => Object.freeze(document))));
    expect(documents).toEqual(before);
  });
});

describe('a copy', () => {
  test.each(Object.keys(DAM))('of a report in %s is joined to it', (language) => {
    const [cluster] = dedupe([byId(`dam-${language}`), documentOf('copy', textOf(DAM, language))]).clusters;
    expect(cluster?.documents).toEqual(['copy', `dam-${language}`]);
  });

  test('under furniture of another site is joined to it', () => {
    const page = ['Home » News', 'We use cookies to improve your experience.', ...(DAM['en'] ?? []), 'Share this article', 'Subscribe to our newsletter'];
    expect(compare(byId('dam-en'), documentOf('page', page.join('\n'))).relation).toBe('copy');
  });

  test('with its accents written as marks of their own, or with straight apostrophes, is one', () => {
    const italian = textOf(DAM, 'it');
    for (const text of [italian.normalize('NFD'), italian.replaceAll('’', "'")]) {
      expect(compare(byId('dam-it'), documentOf('copy', text)).probability).toBeGreaterThan(0.9);
    }
  });

  test('of three sentences and more is one, whatever they are', () => {
    fc.assert(
      fc.property(madeUp, ({ sentences }) => {
        fc.pre(new Set(sentences).size >= 3);
        const text = sentences.join(' ');
        expect(compare(documentOf('a', text), documentOf('b', text)).relation).toBe('copy');
      }),
      { numRuns: 40 },
    );
  });

  test('of one sentence is one', () => {
    for (const text of ['Petrov left.', 'The dam broke.', 'The dam above Cordell broke early on Monday.', 'Mayor Ana Petrov asked 4,300 people to leave their homes.']) {
      expect(compare(documentOf('a', text), documentOf('b', text)).relation, text).toBe('copy');
    }
  });
});

describe('compare', () => {
  test('gives the same for a pair either way round', () => {
    fc.assert(
      fc.property(madeUp, madeUp, (first, second) => {
        const [a, b] = [documentOf('a', first.sentences.join(' ')), documentOf('b', second.sentences.join(' '))];
        expect(compare(b, a)).toEqual(compare(a, b));
      }),
      { numRuns: 20 },
    );
  });

  test('gives the same whatever the documents are called', () => {
    const figuresAs = (x: string, y: string, ids: readonly [string, string]): string[] => {
      const { probability, story, score } = compare(documentOf(ids[0], x), documentOf(ids[1], y));
      return [probability, story, score].map((figure) => figure.toFixed(6));
    };
    const turned = ['Nobody was killed. Petrov left.', 'Petrov left. Nobody was killed.'] as const;
    for (const [x, y] of [turned, [textOf(DAM, 'en'), textOf(DAM, 'de')]] as const) {
      expect(figuresAs(x, y, ['2', '1']), x).toEqual(figuresAs(x, y, ['1', '2']));
    }
  });

  test('gives probabilities and a score in [0, 1] for any texts, even empty ones', () => {
    const text = fc.oneof(madeUp.map(({ sentences }) => sentences.join(' ')), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(text, text, (x, y) => {
        const { probability, story, score } = compare(documentOf('a', x), documentOf('b', y));
        for (const figure of [probability, story, score]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60, examples: [['', ''], ['', 'The dam broke.']] },
    );
  });

  test('believes the language that a short text is declared in', () => {
    const { relation } = compare(documentOf('a', 'Petrov: Alarm in Halvik', { language: 'de' }), documentOf('b', 'Petrov: Alarm in Halvik', { language: 'de' }));
    expect(relation).toBe('copy');
  });
});

describe('the pairs asked for', () => {
  test('are judged in their order, as if each were alone', () => {
    const wanted = [{ a: 'dam-ru', b: 'dam-en' }, { a: 'chess', b: 'museo' }];
    const pairs = comparePairs(NEWS, wanted);
    expect(pairs[0]).toEqual(compare(byId('dam-ru'), byId('dam-en')));
    expect(pairs.map(({ relation }) => relation)).toEqual(['translation', 'unrelated']);
  });

  test('have a score that ranks a version over another report, and that over the rest', () => {
    const scores = comparePairs(NEWS, ['dam-de', 'aftermath', 'chess'].map((b) => ({ a: 'dam-en', b }))).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((x, y) => y - x));
    expect(new Set(scores).size).toBe(3);
  });

  test('must be of documents that are there', () => {
    const ask = (): unknown => comparePairs(NEWS, [{ a: 'dam-en', b: 'nowhere' }]);
    expect(ask).toThrow(UsageError);
    expect(ask).toThrow(expect.objectContaining({ code: 'unknown-document', message: 'No document has the id "nowhere".' }));
  });
});

test('an explanation tells the same verdict as the comparison', () => {
  for (const other of ['dam-de', 'aftermath', 'museo']) {
    const [told, compared] = [explain(byId('dam-en'), byId(other)), compare(byId('dam-en'), byId(other))];
    expect([told.relation, told.probability, told.story]).toEqual([compared.relation, compared.probability, compared.story]);
    expect([told.a.id, told.b.id].sort()).toEqual(['dam-en', other].sort());
  }
});

describe('wrong use', () => {
  test.each([0, 1, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a threshold of %d is refused, with what was expected and what to do', (threshold) => {
    const expected = expect.objectContaining({
      code: 'bad-threshold',
      message: expect.stringContaining(String(threshold)),
      expected: expect.stringContaining('between 0 and 1'),
      advice: expect.stringContaining('0.6'),
    });
    expect(() => dedupe(NEWS, { threshold })).toThrow(UsageError);
    expect(() => dedupe([], { threshold })).toThrow(expected);
    expect(() => compare(byId('dam-en'), byId('dam-de'), { threshold })).toThrow(expected);
    expect(() => explain(byId('dam-en'), byId('dam-de'), { threshold })).toThrow(expected);
    expect(() => comparePairs([], [], { threshold })).toThrow(expected);
  });

  test('two documents of one id are refused, by name', () => {
    const twice = [byId('dam-en'), byId('chess'), byId('dam-en')];
    const expected = expect.objectContaining({
      code: 'repeated-id',
      message: 'Two documents have the id "dam-en".',
      expected: expect.stringMatching(/./),
      advice: expect.stringMatching(/./),
    });
    expect(() => dedupe(twice)).toThrow(UsageError);
    expect(() => dedupe(twice)).toThrow(expected);
    expect(() => comparePairs(twice, [])).toThrow(expected);
  });
});

describe('a window of days', () => {
  const dated = (id: string, language: string, date?: string): Document => documentOf(id, textOf(DAM, language), date === undefined ? {} : { date });
  const clustersOf = (documents: readonly Document[], window?: number): readonly (readonly string[])[] => dedupe(documents, window === undefined ? {} : { window }).clusters.map((cluster) => cluster.documents);

  test('parts versions whose dates lie further apart, and no others', () => {
    const documents = [dated('de', 'de', '2024-03-01'), dated('en', 'en', '2024-03-03'), dated('it', 'it', '2024-03-20')];
    expect(clustersOf(documents)).toEqual([['de', 'en', 'it']]);
    expect(clustersOf(documents, 2)).toEqual([['de', 'en']]);
    expect(clustersOf(documents, 1)).toEqual([]);
  });

  test('does not hold for what has no date', () => {
    expect(clustersOf([dated('de', 'de', '2024-03-01'), dated('en', 'en')], 1)).toEqual([['de', 'en']]);
  });

  test('finds the version of the day behind a dozen copies of another', () => {
    const copies = Array.from({ length: 12 }, (_, at) => dated(`a-${String(at).padStart(2, '0')}`, 'en', '2024-01-01'));
    const [late, version] = [dated('late', 'en', '2024-03-02'), dated('version', 'de', '2024-03-01')];
    expect(clustersOf([...copies, late, version], 3)).toEqual([copies.map(({ id }) => id), ['late', 'version']]);
  });
});
