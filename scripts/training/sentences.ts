import { parallelSentences } from './corpora.ts';
import { chance } from './noise.ts';
import { isNoTableKey, withArticleKeys } from './pools.ts';
import { fitLogistic, type Example, type LinearModel } from './logistic.ts';
import { featuresOfFirst } from '../../src/compare/sentence-pair.ts';
import type { Background } from '../../src/fingerprint/background.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { packed } from '../../src/fingerprint/packed-print.ts';
import type { PrintCore } from '../../src/fingerprint/print.ts';
import { takeApart } from '../../src/pipeline.ts';
import type { Article } from '../../src/types.ts';

/** Pairs of languages drawn for each row of the parallel corpus: all 351 would teach no more. */
const PAIRS_PER_ROW = 40;

/** The corpus goes through its articles in order: so near a row its neighbours have the same topic, and are hard to tell from it. */
const NEIGHBOURHOOD = 5;

/** Wrong sentences from the neighbourhood for each right one, beside one from anywhere. */
const NEIGHBOURS = 3;

/** The share of sentences whose dictionary words and entities are left out, as in languages that have no column in the tables. */
const SHARE_WITHOUT_DICTIONARY = 0.25;

/** Strength of the ridge penalty: there are ten thousand times as many examples. */
const RIDGE = 1;

/**
 * Learns to tell versions of a sentence from its neighbours, on the parallel sentences of FLORES-200 in all pairs of
 * languages. None of the sets that are measured is used. Pairs that share no key are left out, as the alignment does.
 */
export function learnSentenceModel(background: Background): LinearModel {
  return fitLogistic(sentenceExamples(background), RIDGE);
}

function sentenceExamples(background: Background): Example[] {
  const rows = parallelSentences();
  const languages = Object.keys(rows[0] ?? {}).sort();
  const whole = new Map(languages.map((language) => [language, rows.map((row) => articleOf(row[language] ?? '', language))]));
  const examples: Example[] = [];
  const add = (x: PrintCore, y: PrintCore, positive: boolean): void => {
    const features = featuresOfSentences(x, y);
    if (features !== undefined) examples.push({ features, positive, weight: 1 });
  };
  for (let row = 0; row < rows.length; row++) {
    for (let draw = 0; draw < PAIRS_PER_ROW; draw++) {
      const seed = `${row} ${draw}`;
      const [first, second] = twoOf(languages, seed);
      const printOf = (language: string, at: number, side: string): PrintCore | undefined => {
        const article = whole.get(language)?.[at];
        if (article === undefined) return undefined;
        return fingerprint(chance(`${seed} ${side}`) < SHARE_WITHOUT_DICTIONARY ? withArticleKeys(article, isNoTableKey) : article, background);
      };
      const source = printOf(first, row, 'first');
      if (source === undefined) continue;
      for (const at of [row, ...others(row, rows.length, seed)]) {
        const target = printOf(second, at, 'second');
        if (target !== undefined) add(source, target, at === row);
      }
    }
  }
  return examples;
}

function articleOf(text: string, language: string): Article {
  return takeApart({ id: language, path: language, text, language }, { clean: false });
}

function twoOf(languages: readonly string[], seed: string): readonly [string, string] {
  const first = Math.floor(chance(`${seed} from`) * languages.length);
  const step = 1 + Math.floor(chance(`${seed} to`) * (languages.length - 1));
  return [languages[first] ?? '', languages[(first + step) % languages.length] ?? ''];
}

/** Rows near one, and one from anywhere. */
function others(row: number, count: number, seed: string): number[] {
  const near = Array.from({ length: NEIGHBOURS }, (_, at) => {
    const distance = 1 + Math.floor(chance(`${seed} near ${at}`) * NEIGHBOURHOOD);
    return chance(`${seed} side ${at}`) < 0.5 ? row - distance : row + distance;
  });
  return [...near, Math.floor(chance(`${seed} far`) * count)].filter((other) => other !== row && other >= 0 && other < count);
}

/** The features of two texts of a sentence each; undefined where they share nothing or are parted into several sentences. */
function featuresOfSentences(a: PrintCore, b: PrintCore): readonly number[] | undefined {
  return a.lengths.length === 1 && b.lengths.length === 1 ? featuresOfFirst(packed(a), packed(b)) : undefined;
}
