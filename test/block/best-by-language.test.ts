import { describe, expect, test } from 'vitest';
import { BestByLanguage } from '../../src/block/best-by-language.ts';
import { KernelMemory } from '../../src/kernel/kernel.ts';

/** Ten documents in each of two languages, of which those with higher numbers share more. */
const LANGUAGE_OF = Array.from({ length: 20 }, (_, document) => (document < 10 ? 0 : 1));

/** What is handed out of them where at most eight of a language are, and three in a row may be refused. */
function handedOut(accepted: readonly number[]): number[] {
  const best = new BestByLanguage(new KernelMemory(), 2, 8, 3);
  for (const [document, language] of LANGUAGE_OF.entries()) best.offer(document, language, 1 + document);
  const seen: number[] = [];
  best.take((document) => {
    seen.push(document);
    return accepted.includes(document);
  });
  return seen;
}

describe('the best in each language', () => {
  test('are handed out from the best on, language by language', () => {
    expect(handedOut([...LANGUAGE_OF.keys()])).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 19, 18, 17, 16, 15, 14, 13, 12]);
  });

  test('are handed out no further in a language once three in a row were refused', () => {
    expect(handedOut([])).toEqual([9, 8, 7, 19, 18, 17]);
    expect(handedOut([17])).toEqual([9, 8, 7, 19, 18, 17, 16, 15, 14]);
    expect(handedOut([7, 4])).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 19, 18, 17]);
  });

  test('are passed over where they do not stand out among those of their language, once one was refused', () => {
    const best = new BestByLanguage(new KernelMemory(), 2, 8, 3);
    const shared = [[80, 40, 21, 20, 19, 18, 17, 16], [30, 3, 2, 1]] as const;
    const seen = (accepted: readonly number[]): number[] => {
      for (const [language, scores] of shared.entries()) for (const score of scores) best.offer(score, language, score);
      const looked: number[] = [];
      best.take((partner) => {
        looked.push(partner);
        return accepted.includes(partner);
      }, 1.25);
      return looked;
    };
    expect(seen([])).toEqual([80, 40, 21, 30, 3, 2]);
    expect(seen([80, 40, 21, 20, 19])).toEqual([80, 40, 21, 20, 19, 18, 30, 3, 2]);
    expect(seen([40])).toEqual([80, 40, 21, 20, 30, 3, 2]);
    expect(seen([...shared[0], ...shared[1]])).toEqual([...shared[0], ...shared[1]]);
  });

  test('are forgotten once they were handed out', () => {
    const best = new BestByLanguage(new KernelMemory(), 2, 8, 3);
    best.offer(5, 0, 1);
    best.take(() => true);
    best.take(() => expect.unreachable());
  });
});
