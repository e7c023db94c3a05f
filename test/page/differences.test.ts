import { expect, test } from 'vitest';
import { changedFigures } from '../../page/differences.ts';
import { figureIn, sentenceWith } from './versions.ts';

const ROW = { cells: [0, 0], joined: true };

function changed(first: readonly number[], second: readonly number[], mentions: readonly ReturnType<typeof figureIn>[]): readonly (readonly number[])[] {
  const versions = [first, second].map((figures, at) => ({ sentences: [sentenceWith(figures, at - 1)], removed: [] }));
  return changedFigures(ROW, { versions, mentions }, [0, 1]).map((set) => [...set]);
}

test('18 million here and 21 million there is a changed figure, in both versions', () => {
  expect(changed([0], [1], [figureIn(0), figureIn(1)])).toEqual([[0], [1]]);
});

test('a figure that both have is none, nor one that the other version has elsewhere in its text', () => {
  expect(changed([0], [0], [figureIn(0, 1)])).toEqual([[], []]);
  expect(changed([0], [1], [figureIn(0, 1), figureIn(1)])).toEqual([[], []]);
});

test('a figure that is only left out is no changed one', () => {
  expect(changed([0], [], [figureIn(0)])).toEqual([[], []]);
});

test('names are never changed figures', () => {
  expect(changed([0], [1], [{ ...figureIn(0), kind: 'name' }, { ...figureIn(1), kind: 'name' }])).toEqual([[], []]);
});

test('sentences that only stand at the same place are not compared', () => {
  const versions = [0, 1].map((figure) => ({ sentences: [sentenceWith([figure], -1)], removed: [] }));
  const texts = { versions, mentions: [figureIn(0), figureIn(1)] };
  expect(changedFigures({ ...ROW, joined: false }, texts, [0, 1]).map(({ size }) => size)).toEqual([0, 0]);
});
