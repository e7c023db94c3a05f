import { expect, test } from 'vitest';
import { DAM, STRIKE, textOf } from '../compare/stories.ts';
import { evidenceShelfOf, packEvidence } from '../../src/judge/evidence-shelf.ts';
import { packJudgements, unpackedJudgements } from '../../src/judge/packed-judgements.ts';
import { evidenceOn } from '../../src/judging.ts';
import { pipelineOptions } from '../../src/options.ts';
import { judgePair } from '../../src/pair.ts';
import { prepare } from '../../src/pipeline.ts';

const options = pipelineOptions();
const articles = [textOf(DAM, 'en'), textOf(DAM, 'ru'), textOf(DAM, 'zh'), textOf(STRIKE, 'de')].map((text, at) => prepare({ id: `${at}`, path: `${at}.txt`, text }, options));
const pairs = articles.flatMap((a, at) => articles.slice(at + 1).map((b, offset) => ({ a, b, places: { a: at, b: at + 1 + offset } })));

test('evidence comes out of shared memory as it went in, wherever the packs end', () => {
  const evidence = Array.from({ length: 8 }, () => pairs).flat().map((pair) => evidenceOn(pair, options));
  expect(evidence.some(({ names, quantities }) => names.length > 1 && quantities.length > 1)).toBe(true);
  expect(evidence.some(({ names, quantities }) => names.length + quantities.length === 0)).toBe(true);
  const evidenceAt = evidenceShelfOf([packEvidence(evidence.slice(0, 17)), packEvidence([]), packEvidence(evidence.slice(17))]);
  expect(evidence.map((_, at) => evidenceAt(at))).toEqual(evidence);
  expect(() => evidenceAt(evidence.length)).toThrow(RangeError);
});

test('judgements come out of their columns to the last bit', () => {
  const judged = pairs.map(({ a, b, places }) => ({ ...places, judgement: judgePair(a, b, options).judgement }));
  expect(new Set(judged.map(({ judgement }) => judgement.relation)).size).toBeGreaterThan(1);
  expect([...unpackedJudgements([packJudgements(judged.slice(0, 1)), packJudgements([]), packJudgements(judged.slice(1))])]).toEqual(judged);
});
