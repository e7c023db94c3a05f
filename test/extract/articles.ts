import { extract } from '../../src/extract/extract.ts';
import type { Article, Key, KeyFamily } from '../../src/types.ts';

/** The article of a text that needs no cleaning, in a language taken for certain. */
export function articleOf(text: string, language: string, title?: string): Article {
  const document = { id: 'a', path: 'a.txt', text, ...(title === undefined ? {} : { title }) };
  return extract({ document, body: text, removed: [] }, { code: language, confidence: 1 });
}

/** All keys of a text, in order. */
export function keysIn(text: string, language: string): readonly Key[] {
  return articleOf(text, language).sentences.flatMap((sentence) => sentence.keys);
}

/** The texts of a text's keys of one family, without repetition, in order. */
export function keyTexts(text: string, language: string, family: KeyFamily): string[] {
  return [...new Set(keysIn(text, language).flatMap((key) => (key.family === family ? [key.text] : [])))];
}
