import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords } from '../../page/changed-words.ts';

function changed(text: string, other: string): readonly string[] {
  return changedWords(text, other).map(({ start, end }) => text.slice(start, end));
}

test('what an editor changed is marked, word by word, in both versions', () => {
  const [before, after] = ['The hospital moved 41 patients to Norwich as a precaution.', 'The hospital moved 43 patients to Norwich, just as a precaution.'];
  expect(changed(before, after)).toEqual(['41']);
  expect(changed(after, before)).toEqual(['43', 'just']);
});

test('capitals and punctuation are no changes, and other sentences are not compared word by word', () => {
  expect(changed('RIVER bursts its banks!', 'River bursts: its banks')).toEqual([]);
  expect(changed('The river rose.', 'Trains are suspended until Friday.')).toEqual([]);
});

test('a word is marked in at most one place, in order, whatever the texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(fc.property(text, text, (one, other) => {
    const spans = changedWords(one, other);
    for (const [at, { start, end }] of spans.entries()) {
      expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
      expect(end).toBeGreaterThan(start);
    }
    expect(changedWords(one, one)).toEqual([]);
  }));
});
