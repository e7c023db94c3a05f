import { parallelSentences, readRows } from '../training/corpora.ts';
import { splitSentences } from '../../src/extract/sentences.ts';

/** One sentence in several languages. */
export type ParallelRow = Readonly<Record<string, string>>;

/** The sentences of `flores.parallel`. */
export function floresRows(): ParallelRow[] {
  return parallelSentences();
}

/**
 * The sentences of `ntrex`, one a row: of each report those languages whose text parts into as many sentences as the English
 * one. Translators keep sentences together so mostly, so where the counts agree the places do.
 */
export function ntrexRows(): ParallelRow[] {
  const gold = new Map(readRows('ntrex.gold.jsonl.gz').map((row) => [row['id'], row]));
  const reports = new Map<string, Map<string, string[]>>();
  for (const { id, text = '' } of readRows('ntrex.docs.jsonl.gz')) {
    const { gold: report = '', lang = '' } = gold.get(id) ?? {};
    const versions = reports.get(report) ?? new Map<string, string[]>();
    reports.set(report, versions.set(lang, splitSentences(text).map(({ start, end }) => text.slice(start, end))));
  }
  return [...reports.values()].flatMap((versions) => {
    const count = versions.get('en')?.length ?? 0;
    const agreeing = [...versions].filter(([, sentences]) => sentences.length === count);
    return Array.from({ length: count }, (_, at) => Object.fromEntries(agreeing.map(([language, sentences]) => [language, sentences[at] ?? ''])));
  });
}
