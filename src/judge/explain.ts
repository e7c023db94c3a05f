import { evidenceOf, formsOnlyIn, mentionsIn, sharedForms } from './evidence.ts';
import { featuresOf, FEATURE_NAMES, partOf, type FeatureName } from './features.ts';
import { HINT_LOG_ODDS } from './hint.ts';
import { logit, type Judgement } from './judge.ts';
import type { JudgeModel } from './model.ts';
import type { DetailedComparison } from '../compare/comparison.ts';
import type { Background } from '../fingerprint/background.ts';
import type { Article, Explanation, HintKind, RemovedText, Sentence } from '../types.ts';

/** What is explained: two articles and what was found of them. */
export interface Judged {
  readonly a: Article;
  readonly b: Article;
  readonly comparison: DetailedComparison;
  readonly judgement: Judgement;
  /** What the sources say of the pair, where that counts. */
  readonly hint?: HintKind;
}

/** What an explanation adds to a pair's report; the documents' own reports come from the report stage. */
export type Reasons = Omit<Explanation, 'a' | 'b'>;

/** Why a pair got its judgement, and what would turn it. */
export function explainJudgement({ a, b, comparison, judgement, hint }: Judged, model: JudgeModel, background: Background, threshold: number): Reasons {
  const margin = judgement.logOdds - logit(threshold);
  const contributions = contributionsOf(comparison, model, hint);
  const [inA, inB] = [mentionsIn(a, background), mentionsIn(b, background)];
  return {
    relation: judgement.relation,
    probability: judgement.probability,
    story: judgement.story,
    evidence: evidenceOf(inA, inB, comparison, hint),
    threshold,
    logOdds: judgement.logOdds,
    margin,
    contributions,
    words: sharedForms(inA, inB, 'word', 12),
    onlyInA: formsOnlyIn(inA, inB, ['name', 'quantity']),
    onlyInB: formsOnlyIn(inB, inA, ['name', 'quantity']),
    sentences: comparison.pairs.map((pair) => ({ a: textOf(a, pair.a), b: textOf(b, pair.b), gain: pair.gain })),
    removedFromA: removedTexts(a),
    removedFromB: removedTexts(b),
    wouldChange: whatWouldChange(contributions, margin),
  };
}

type Contribution = Explanation['contributions'][number] & { readonly name: FeatureName | 'hint' };

/** What each feature adds to the log-odds beyond what the average training pair's value adds. */
function contributionsOf(comparison: DetailedComparison, model: JudgeModel, hint: HintKind | undefined): Contribution[] {
  const values = featuresOf(comparison);
  const { weights, means } = model[partOf(values)];
  const told: Contribution[] = hint === undefined ? [] : [{ name: 'hint', value: 1, logOdds: HINT_LOG_ODDS[hint] }];
  const weighed = FEATURE_NAMES.map((name, at): Contribution => {
    const value = values[at] ?? 0;
    return { name, value, logOdds: (weights[name] ?? 0) * (value - (means[name] ?? 0)) };
  });
  return [...told, ...weighed]
    .filter(({ logOdds }) => logOdds !== 0)
    .sort((x, y) => Math.abs(y.logOdds) - Math.abs(x.logOdds) || (x.name < y.name ? -1 : 1));
}

/** In plain words what each kind of evidence is: the subject of "… were as in an average pair". */
const PLAIN_NAMES: Readonly<Record<FeatureName | 'hint', string>> = {
  hint: 'what the sources say of the two',
  likeness: 'the overall likeness of the texts',
  names: 'the likeness of the names',
  quantities: 'the likeness of the figures',
  words: 'the likeness of the words',
  cognates: 'the likeness of the spellings',
  nameContainment: 'the share of names found in the other text',
  quantityContainment: 'the share of figures found in the other text',
  sharedWeight: 'the amount of rare material shared',
  alignment: 'the alignment of the sentences',
  sentenceOrder: 'the common order of the sentences',
  lesserCoverage: 'the part of the less covered text that is aligned',
  greaterCoverage: 'the part of the better covered text that is aligned',
  chanceAlignment: 'what aligns in the wrong order too',
  coverageOverChance: 'the part that aligns in this order only',
  commonWords: 'the share of words the dictionary knows',
  likenessOfCommon: 'the likeness of texts whose words are known',
  alignmentOfCommon: 'the alignment of texts whose words are known',
  lesserStrongCoverage: 'the surely aligned part of the less covered text',
  greaterStrongCoverage: 'the surely aligned part of the better covered text',
  lesserExpectedCoverage: 'the probably aligned part of the less covered text',
  greaterExpectedCoverage: 'the probably aligned part of the better covered text',
  totalLogOdds: 'the number of surely aligned sentences',
  orderShare: 'how far the best partners of the sentences lie in order',
  alignedNames: 'the agreement of names in aligned sentences',
  alignedQuantities: 'the agreement of figures in aligned sentences',
  alignedWords: 'the agreement of words in aligned sentences',
  conflictingNames: 'the names that differ in aligned sentences',
  conflictingQuantities: 'the figures that differ in aligned sentences',
  ownSubject: 'whether each text has a subject of its own in aligned sentences',
  ownShare: 'what each text has of its own in aligned sentences',
  ownRecurring: 'what recurs in one text and is not in the other',
  totalGain: 'the amount of aligned material',
  meanGain: 'the likeness of aligned sentences',
  adjacency: 'how many aligned sentences follow each other',
  lengthSpread: 'how unlike the lengths of aligned sentences are',
  lengthRatio: 'the ratio of the lengths',
  sentences: 'the number of sentences',
  coverageOfMany: 'the coverage over many sentences',
  oneLanguage: 'the texts being in one language',
  wordSequences: 'the share of word sequences in common',
  rareWordSequences: 'whether any word sequences are shared',
  wordSequencesInBoth: 'the share of word sequences in common in both',
};

/** What a kind of evidence is, in plain words; undefined for a name that is none. */
export function meaningOf(name: string): string | undefined {
  return new Map<string, string>(Object.entries(PLAIN_NAMES)).get(name);
}

function whatWouldChange(contributions: readonly Contribution[], margin: number): string[] {
  const decisive = contributions.filter(({ logOdds }) => Math.sign(logOdds) === Math.sign(margin));
  let left = Math.abs(margin);
  const needed: string[] = [];
  for (const { name, logOdds } of decisive) {
    if (left <= 0) break;
    needed.push(PLAIN_NAMES[name]);
    left -= Math.abs(logOdds);
  }
  const verdict = margin >= 0 ? 'would no longer be' : 'would be';
  if (left > 0 || needed.length === 0) return [`The pair ${verdict} one report only if nearly all of the evidence were different.`];
  return [`The pair ${verdict} one report if ${needed.join(', and ')} were as in an average pair of candidates.`];
}

function textOf({ document, sentences }: Article, index: number): string {
  const sentence: Sentence | undefined = sentences[index];
  if (sentence === undefined) return '';
  return (sentence.inTitle ? (document.title ?? '') : document.text).slice(sentence.start, sentence.end);
}

function removedTexts({ document, removed }: Article): RemovedText[] {
  return removed.map(({ reason, start, end }) => ({ reason, text: document.text.slice(start, end).trim() }));
}
