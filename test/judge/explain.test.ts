import { describe, expect, test } from 'vitest';
import { articleOf } from '../extract/articles.ts';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from '../compare/stories.ts';
import { compare } from '../compare/shipped.ts';
import { shippedBackground } from '../../src/fingerprint/background.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { explainJudgement, type Reasons } from '../../src/judge/explain.ts';
import { FEATURE_NAMES } from '../../src/judge/features.ts';
import { judge, logit } from '../../src/judge/judge.ts';
import { shippedModel } from '../../src/judge/model.ts';
import type { Article } from '../../src/types.ts';

function explained(a: Article, b: Article, threshold = 0.5): Reasons {
  const comparison = compare(fingerprint(a, shippedBackground()), fingerprint(b, shippedBackground()));
  const judgement = judge(comparison, shippedModel(), threshold);
  return explainJudgement({ a, b, comparison, judgement }, shippedModel(), shippedBackground(), threshold);
}

const [ENGLISH, ITALIAN] = [articleOf(textOf(DAM, 'en'), 'en'), articleOf(textOf(DAM, 'it'), 'it')];
const OTHERS = [articleOf(DAM_AFTERMATH.join(' '), 'en'), articleOf(textOf(STRIKE, 'de'), 'de')];

describe('an explanation', () => {
  const reasons = explained(ENGLISH, ITALIAN);

  test('puts the aligned sentences side by side, in the words of both texts', () => {
    expect(reasons.sentences[1]).toMatchObject({ a: DAM['en']?.[1], b: DAM['it']?.[1] });
    expect(reasons.sentences.every(({ gain }) => gain > 0 && gain <= 1)).toBe(true);
  });

  test('has a contribution for each kind of evidence that counts, the strongest first', () => {
    const sizes = reasons.contributions.map(({ logOdds }) => Math.abs(logOdds));
    expect(sizes).toEqual(sizes.toSorted((x, y) => y - x));
    expect(new Set(reasons.contributions.map(({ name }) => name)).size).toBe(reasons.contributions.length);
    for (const { name, value } of reasons.contributions) {
      expect(FEATURE_NAMES).toContain(name);
      expect(Number.isFinite(value)).toBe(true);
    }
  });

  test('has contributions that add up to the log-odds beyond those of an average pair', () => {
    const { across } = shippedModel();
    const average = FEATURE_NAMES.reduce((sum, name) => sum + (across.weights[name] ?? 0) * (across.means[name] ?? 0), across.bias);
    const sum = reasons.contributions.reduce((total, { logOdds }) => total + logOdds, average);
    expect(sum).toBeCloseTo(reasons.logOdds, 6);
  });

  test('measures the margin from the threshold', () => {
    expect(reasons.margin).toBe(reasons.logOdds);
    const strict = explained(ENGLISH, ITALIAN, 0.9);
    expect(strict.margin).toBeCloseTo(strict.logOdds - logit(0.9), 10);
    expect(strict.threshold).toBe(0.9);
  });

  test('tells the names and figures of one text alone', () => {
    const { onlyInA, onlyInB } = explained(articleOf('They left Halvik for Cordell.', 'en'), articleOf('Sie verließen Halvik mit 70 Booten.', 'de'));
    expect(onlyInA).toEqual(['Cordell']);
    expect(onlyInB).toEqual(['70']);
  });

  test('shows what was set aside, trimmed', () => {
    const text = 'Accept all cookies.\nThe dam broke in Cordell.';
    const removed = [{ start: 0, end: 20, reason: 'cookie-notice' as const }];
    const { removedFromA, removedFromB } = explained({ ...articleOf(text, 'en'), removed }, ITALIAN);
    expect(removedFromA).toEqual([{ reason: 'cookie-notice', text: 'Accept all cookies.' }]);
    expect(removedFromB).toEqual([]);
  });

  test('says in plain words what would turn the verdict, one way or the other', () => {
    for (const other of [ITALIAN, ...OTHERS]) {
      const { wouldChange, margin } = explained(ENGLISH, other);
      expect(wouldChange).toHaveLength(1);
      expect(wouldChange[0]).toMatch(margin >= 0 ? /^The pair would no longer be one report / : /^The pair would be one report /);
      expect(wouldChange[0], 'names of features in the code').not.toMatch(/[a-z][A-Z]/);
    }
  });

  test('of a title’s sentence shows the title', () => {
    const titled = articleOf('Nobody was killed.', 'en', 'Dam above Cordell broke early on Monday');
    const { sentences } = explained(titled, articleOf('Der Damm oberhalb von Cordell brach am frühen Montag.', 'de'));
    expect(sentences[0]?.a).toBe('Dam above Cordell broke early on Monday');
  });
});
