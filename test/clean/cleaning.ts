import { readFileSync } from 'node:fs';
import { clean } from '../../src/clean/clean.ts';
import { shippedPhrases } from '../../src/clean/phrases.ts';
import type { CleanDocument } from '../../src/types.ts';

/** Three paragraphs of a report, written for these tests. */
export const ARTICLE = [
  'The harbour of Varna was closed for two days in March after a storm tore three cranes from their rails, the port authority said.',
  'Nobody was hurt, but forty ships had to wait at sea, among them a tanker on its way from Odesa to Istanbul with a cargo of sunflower oil.',
  'Engineers expect to have the first crane back at work by Friday; the other two will be scrapped, at a cost of about 12 million euros.',
] as const;

export const STORY = ARTICLE.join('\n\n');

/** The document of a text cleaned with the shipped phrases. */
export function cleaned(text: string, title?: string): CleanDocument {
  const document = { id: 'varna', path: 'varna.txt', text, ...(title === undefined ? {} : { title }) };
  return clean(document, { enabled: true, phrases: shippedPhrases() });
}

/** What is removed from a text, each as "reason: text". */
export function removedFrom(text: string, title?: string): string[] {
  return cleaned(text, title).removed.map(({ start, end, reason }) => `${reason}: ${text.slice(start, end)}`);
}

/** The lines that stay. */
export function keptOf(text: string, title?: string): string[] {
  return cleaned(text, title).body.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** The seed whose file name begins so. */
export function seed(name: string): string {
  return readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');
}
