import fc from 'fast-check';
import { articleOf } from '../extract/articles.ts';
import { SENTENCES } from '../compare/stories.ts';
import { shippedBackground } from '../../src/fingerprint/background.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { firstIn, timesIn, type PrintCore } from '../../src/fingerprint/print.ts';

/** The fingerprint of a text that needs no cleaning. */
export function printOf(text: string, language: string): PrintCore {
  return fingerprint(articleOf(text, language), shippedBackground());
}

/** Sentences of one language out of our stories, in any order and number, from none to ten. */
export const madeUp: fc.Arbitrary<{ readonly language: string; readonly sentences: readonly string[] }> = fc
  .constantFrom(...new Set(SENTENCES.map(({ language }) => language)))
  .chain((language) => {
    const texts = SENTENCES.filter((sentence) => sentence.language === language).map(({ text }) => text);
    return fc.array(fc.constantFrom(...texts), { maxLength: 10 }).map((sentences) => ({ language, sentences }));
  });

/** The fingerprint of a made-up document. */
export const madeUpPrint: fc.Arbitrary<PrintCore> = madeUp.map(({ language, sentences }) => printOf(sentences.join(' '), language));

/** The sentences in which each key of a fingerprint stands. */
export function sentencesOfKeys({ details, further }: PrintCore): number[][] {
  let taken = 0;
  return Array.from(details, (detail) => [firstIn(detail), ...further.subarray(taken, (taken += timesIn(detail) - 1))]);
}

/** The keys of two fingerprints that both have, by their places in each. */
export function keysOfBoth({ keys: a }: Pick<PrintCore, 'keys'>, { keys: b }: Pick<PrintCore, 'keys'>): { readonly inA: readonly number[]; readonly inB: readonly number[] } {
  const inA = [...a.keys()].filter((place) => b.includes(a[place] ?? -1));
  return { inA, inB: inA.map((place) => b.indexOf(a[place] ?? -1)) };
}
