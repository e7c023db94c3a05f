import type { PageMention, PageSentence, PageVersion } from '../../src/report/html/page-data.ts';

/** A version whose sentences are aligned with these of the first one. */
export function version(partners: readonly number[]): PageVersion {
  return { sentences: partners.map((p) => ({ t: 'A sentence.', m: [], p })), removed: [] };
}

/** A sentence that names these mentions, one after the other. */
export function sentenceWith(mentions: readonly number[], p: number): PageSentence {
  return { t: 'x'.repeat(mentions.length * 2), m: mentions.flatMap((mention, at) => [at * 2, at * 2 + 1, mention]), p };
}

/** A figure that these versions have. */
export function figureIn(...versions: readonly number[]): PageMention {
  return { kind: 'quantity', forms: ['18'], in: versions };
}
