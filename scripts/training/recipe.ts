import { borrowingsOf } from './borrowings.ts';
import { loadSet, parallelTexts, type Labelled } from './corpora.ts';
import {
  briefExamples, copyExamples, damaged, lookAlikeExamples, otherReportExamples, poolExamples, Pool, sameActors, scoredExamples, scoredPairs, storyExamples, twinsOf,
  withoutDictionary, type Figures, type OtherReport, type PairExample, type Twins,
} from './pools.ts';
import { formsOf } from './forms.ts';
import { amongNotices, noticeForms, noticeTwins } from './notices.ts';
import { keyRates, lengthFactors } from './rates.ts';
import { learnSentenceModel } from './sentences.ts';
import { makeBackground } from '../../src/fingerprint/background.ts';
import { FEATURE_NAMES } from '../../src/judge/features.ts';
import type { JudgeModel } from '../../src/judge/model.ts';

/** What is learned from. */
const SETS = ['ntrex', 'newstest', 'meantime', 'swissgov', 'ecbplus'] as const;

/**
 * Of `swissgov` only pairs across languages: its many look-alikes are the hard cases that news has too few of, but some of its
 * groups are one page twice (a netiquette, a commission's portrait), which would teach that equal texts are no copies.
 */
const ACROSS_ONLY = 'swissgov';

/** Rates under this are left out: the key weighs nearly what an unseen one does, and the table would be ten times as long. */
const LEAST_RATE = 0.004;

/** Strength of the ridge penalty: weights stay readable while a hundred thousand examples outweigh it. */
export const RIDGE = 1;

/** One-sentence notices tell little of articles, and there are many pairs of them. */
const HEADLINE_WEIGHT = 0.1;

/** Of the pairs of 27 languages this share is learned from: the other sets would drown. */
const SHARE_OF_MANY_LANGUAGES = 0.2;

/** Of the documents this share is set against damaged copies of itself. */
const SHARE_OF_TWINS = 0.15;

/** Of the documents this share is set against another event with the same actors. */
const SHARE_OF_SAME_ACTORS = 0.7;

/** Of the documents this share is set against another report that borrows sentences. */
const SHARE_OF_BORROWINGS = 0.4;

/** Of the documents this share is set against a form of themselves filled anew. */
const SHARE_OF_FORMS = 0.25;

/** Of the documents this share is cut to notices, and set against copies of these and forms filled anew. */
const SHARE_OF_NOTICES = 0.4;

/** Of the pairs among notices and articles in two languages this share is learned from. */
const SHARE_AMONG_NOTICES = 0.1;

/** Independent reports of one story that share more word sequences may be copies after all: the labels don't say. */
const UNCOPIED = 0.1;

/** The models of the judge. */
export const PARTS = ['across', 'unaided', 'within', 'briefWithin', 'briefAcross', 'story'] as const satisfies readonly (keyof JudgeModel)[];
export type Part = (typeof PARTS)[number];

/**
 * What tells a copy from another report of the event in the same words, and from a form filled anew: the running word sequences
 * and how they lie, and what each text has of its own among them.
 */
const OF_COPIES: ReadonlySet<string> = new Set([
  'wordSequences', 'wordSequencesInBoth', 'rareWordSequences', 'greaterStrongCoverage', 'greaterCoverage', 'lesserCoverage', 'meanGain',
  'nameContainment', 'quantityContainment', 'conflictingNames', 'conflictingQuantities', 'ownSubject', 'ownShare', 'ownRecurring',
]);

/** What means nothing across languages. */
const WITHIN_ONE_LANGUAGE: ReadonlySet<string> = new Set([
  'oneLanguage', 'wordSequences', 'wordSequencesInBoth', 'rareWordSequences', 'ownSubject', 'ownShare', 'ownRecurring',
]);

/** Which features each model may weigh. */
const MAY_WEIGH: Readonly<Record<Part, (feature: string) => boolean>> = {
  across: (feature) => !WITHIN_ONE_LANGUAGE.has(feature),
  unaided: (feature) => !WITHIN_ONE_LANGUAGE.has(feature),
  within: (feature) => OF_COPIES.has(feature),
  briefWithin: (feature) => OF_COPIES.has(feature),
  briefAcross: (feature) => !WITHIN_ONE_LANGUAGE.has(feature),
  story: () => true,
};

/** The sets that are learned from, taken apart. */
export interface Corpora {
  /** Those of `SETS`. */
  readonly articles: readonly Labelled[];
  readonly itn: readonly Labelled[];
  readonly semeval: readonly Labelled[];
}

/** Reads what is learned from; a minute. */
export function loadCorpora(): Corpora {
  return { articles: SETS.flatMap((set) => loadSet(set)), itn: loadSet('itn'), semeval: loadSet('semeval22') };
}

/** The figures of `background.tsv`, `lengths.tsv` and `sentences.json`. */
export interface KeyFigures {
  /** Keys seen again in another document. */
  readonly seen: number;
  readonly rates: ReadonlyMap<string, number>;
  readonly lengths: ReadonlyMap<string, number>;
  readonly figures: Figures;
}

/** Key rates of all that is learned from, each without the one document that is judged (`rates.ts`), and letters a language needs. */
export function learnKeyFigures({ articles, semeval }: Corpora): KeyFigures {
  const seen = keyRates([...articles, ...semeval, ...parallelTexts()]);
  const rates = new Map([...seen].filter(([, rate]) => rate >= LEAST_RATE));
  const lengths = lengthFactors();
  const background = makeBackground(rates, lengths);
  return { seen: seen.size, rates, lengths, figures: { background, sentences: learnSentenceModel(background) } };
}

/** Documents whose candidate pairs are learned from. */
export interface TrainingPool {
  readonly name: string;
  readonly documents: readonly Labelled[];
  /** The share of the pairs that is taken. */
  readonly share: number;
}

/** All that the examples are made of, with the damaged documents taken apart. */
export interface Material {
  readonly pools: readonly TrainingPool[];
  readonly actors: readonly OtherReport[];
  readonly twins: readonly Twins[];
  readonly borrowings: readonly OtherReport[];
  readonly forms: readonly OtherReport[];
  readonly noticeTwins: readonly Twins[];
  readonly noticeForms: readonly OtherReport[];
  readonly amongNotices: readonly Labelled[];
  readonly independent: readonly Labelled[];
  readonly itn: readonly Labelled[];
  readonly semeval: readonly Labelled[];
}

/** The pool in Italian, German and English, on which most of the goals are set. */
export const CORE = 'it de en';
const CORE_LANGUAGES = new Set(CORE.split(' '));

/** The documents of the core pool. */
function coreOf(articles: readonly Labelled[]): Labelled[] {
  return articles.filter(({ set, language }) => set !== ACROSS_ONLY && CORE_LANGUAGES.has(language));
}

/** Puts together what is learned from; half a minute, since the damaged documents are taken apart. */
export function gatherMaterial({ articles, itn, semeval }: Corpora): Material {
  const core = coreOf(articles);
  const ntrex = articles.filter(({ set }) => set === 'ntrex');
  const pools = [
    { name: CORE, documents: core, share: 1 },
    { name: `${CORE}, damaged`, documents: damaged(core, 'noise'), share: 1 },
    { name: `${CORE}, damaged otherwise`, documents: damaged(core, 'other noise'), share: 1 },
    ...SETS.map((set) => ({ name: set, documents: articles.filter((each) => each.set === set), share: set === 'ntrex' ? SHARE_OF_MANY_LANGUAGES : 1 })),
    { name: 'ntrex, damaged', documents: damaged(ntrex, 'noise'), share: SHARE_OF_MANY_LANGUAGES },
    { name: 'ntrex, half without dictionary', documents: withoutDictionary(ntrex), share: SHARE_OF_MANY_LANGUAGES },
  ];
  const independent = articles.filter(({ set }) => set === 'ecbplus');
  const news = articles.filter(({ set }) => set !== ACROSS_ONLY);
  const actors = sameActors(news.filter(({ set }) => set !== 'ecbplus'), SHARE_OF_SAME_ACTORS);
  return {
    pools, actors, independent, itn, semeval,
    twins: twinsOf(news, SHARE_OF_TWINS),
    borrowings: borrowingsOf(news, SHARE_OF_BORROWINGS),
    forms: formsOf(news, SHARE_OF_FORMS),
    noticeTwins: noticeTwins(news, SHARE_OF_NOTICES),
    noticeForms: noticeForms(news, SHARE_OF_NOTICES),
    amongNotices: amongNotices(news),
  };
}

/** The examples of each model, from the pools as `poolOf` has them. */
export function trainingParts(material: Material, figures: Figures, poolOf: (pool: TrainingPool) => Pool): Record<Part, PairExample[]> {
  const reports = [
    ...material.pools.flatMap((pool) => poolExamples(poolOf(pool), pool.name, pool.share)),
    ...otherReportExamples(material.actors, 'same actors, other event', figures),
    ...copyExamples(material.twins, figures),
    ...otherReportExamples(material.borrowings, 'another report that borrows sentences', figures),
    ...otherReportExamples(material.forms, 'the same form filled anew', figures),
  ];
  const independent = new Pool(material.independent, figures);
  const examples = [...reports, ...independentAsNoCopies(independent)];
  const notices = noticeExamples(material, figures);
  return {
    across: examples.filter(({ part }) => part === 'across'),
    unaided: examples.filter(({ part }) => part === 'unaided'),
    within: examples.filter(({ part, group }) => part === 'within' && group !== ACROSS_ONLY),
    briefWithin: [...examples, ...notices].filter(({ part, group }) => part === 'briefWithin' && group !== ACROSS_ONLY),
    briefAcross: [...examples, ...notices].filter(({ part }) => part === 'briefAcross'),
    story: [
      ...lookAlikeExamples(independent),
      ...storyExamples(independent, 'ecbplus').filter(({ positive }) => !positive),
      ...storyExamples(new Pool(material.itn, figures), 'itn').map((pair) => ({ ...pair, weight: HEADLINE_WEIGHT })),
      ...scoredExamples(scoredPairs(material.semeval), figures),
      ...reports.filter(({ group }, at) => group === 'meantime' || at % 10 === 0),
      ...notices.filter((_, at) => at % 10 === 0),
    ],
  };
}

/** Notices against their copies and versions, forms filled anew, and strangers, among them articles that show headlines of others. */
function noticeExamples({ noticeTwins: twins, noticeForms: forms, amongNotices: among }: Material, figures: Figures): PairExample[] {
  const examples = [
    ...copyExamples(twins, figures),
    ...otherReportExamples(forms, 'a notice filled anew', figures),
    ...briefExamples(new Pool(among, figures), 'notices and articles', SHARE_AMONG_NOTICES),
    ...briefExamples(new Pool(damaged(among, 'noise among notices'), figures), 'notices and articles, damaged', SHARE_AMONG_NOTICES),
  ];
  return examples.filter(({ part }) => part === 'briefWithin' || part === 'briefAcross');
}

/** Independent reports of one story in one language are no copies, unless they share their word sequences. */
function independentAsNoCopies(pool: Pool): PairExample[] {
  const at = FEATURE_NAMES.indexOf('wordSequences');
  return storyExamples(pool, 'one story, no copy')
    .filter(({ positive, features }) => positive && (features[at] ?? 0) < UNCOPIED)
    .map((pair) => ({ ...pair, positive: false }));
}

/** The examples with nought for the features that a model may not weigh, and for those named: a model of them gives those no weight. */
export function weighable(part: Part, examples: readonly PairExample[], omitted: ReadonlySet<string> = new Set()): PairExample[] {
  const used = FEATURE_NAMES.map((name) => MAY_WEIGH[part](name) && !omitted.has(name));
  return examples.map((pair) => ({ ...pair, features: pair.features.map((value, at) => (used[at] === true ? value : 0)) }));
}
