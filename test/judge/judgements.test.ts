import { expect, test } from 'vitest';
import { logistic, type Judgement } from '../../src/judge/judge.ts';
import { Judgements } from '../../src/judge/judgements.ts';

/** A judgement that tells which places it is on. */
function judgementOn(a: number, b: number): Judgement {
  const logOdds = a - b / 1_000;
  return { relation: (a + b) % 2 === 0 ? 'copy' : 'story', probability: logistic(logOdds), logOdds, story: 1 / (1 + a + b) };
}

test('each pair is judged once, when it is first asked for, whichever of the two is named first', () => {
  const asked: string[] = [];
  const judgements = new Judgements((a, b) => {
    asked.push(`${a} ${b}`);
    return judgementOn(a, b);
  });
  expect([judgements.of(7, 3), judgements.of(3, 7), judgements.of(3, 8)]).toEqual([judgementOn(3, 7), judgementOn(3, 7), judgementOn(3, 8)]);
  expect(asked).toEqual(['3 7', '3 8']);
});

test('what was judged elsewhere is not judged again, of 5,000 pairs none', () => {
  const judgements = new Judgements(() => {
    throw new Error('judged again');
  });
  const pairs = Array.from({ length: 5_000 }, (_, at) => ({ a: at % 50, b: 50 + Math.floor(at / 50) * 65_536 }));
  for (const { a, b } of pairs) judgements.keep({ a: b, b: a, judgement: judgementOn(a, b) });
  expect(pairs.map(({ a, b }) => judgements.of(a, b))).toEqual(pairs.map(({ a, b }) => judgementOn(a, b)));
  expect(() => judgements.of(1, 2)).toThrow('judged again');
});

test('of two judgements on one pair the first stays', () => {
  const judgements = new Judgements(judgementOn);
  judgements.keep({ a: 1, b: 2, judgement: judgementOn(1, 2) });
  judgements.keep({ a: 2, b: 1, judgement: judgementOn(5, 6) });
  expect(judgements.of(1, 2)).toEqual(judgementOn(1, 2));
});
