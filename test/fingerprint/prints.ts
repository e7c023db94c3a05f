import fc from 'fast-check';
import { articleOf } from '../extract/articles.ts';
import { SENTENCES } from '../compare/stories.ts';
import { shippedBackground } from '../../src/fingerprint/background.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import type { Fingerprint } from '../../src/fingerprint/sums.ts';

/** The fingerprint of a text that needs no cleaning. */
export function printOf(text: string, language: string): Fingerprint {
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
export const madeUpPrint: fc.Arbitrary<Fingerprint> = madeUp.map(({ language, sentences }) => printOf(sentences.join(' '), language));
