import { UsageError } from '../errors.ts';
import { ndjsonLine } from '../report/ndjson.ts';
import { rounded } from '../report/records.ts';
import { unknownDocument } from './find-document.ts';
import { loadDocuments } from './load.ts';
import type { Invocation } from './invocation.ts';
import { readingOf } from './reading.ts';
import { readRows, type RowShape } from './rows.ts';
import { decidingOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

interface AskedPair {
  readonly a: string;
  readonly b: string;
}

const PAIR_ROW: RowShape<AskedPair> = {
  shown: '{a, b}',
  read: ({ a, b }) => (typeof a === 'string' && typeof b === 'string' ? { a, b } : undefined),
};

/** `dedupe compare PATHS --pairs FILE`: a line for each pair asked for, in order. */
export async function planCompare({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const reading = readingOf(given);
  const deciding = decidingOf(given);
  if (given.pairs === undefined) throw noPairs();
  const pairs = await readRows(given.pairs, io.cwd, PAIR_ROW);
  return async ({ notices }) => {
    const { documents } = await loadDocuments(asked, reading, io, notices);
    const ids = new Set(documents.map(({ id }) => id));
    const unknown = pairs.flatMap(({ a, b }) => [a, b]).find((id) => !ids.has(id));
    if (unknown !== undefined) throw unknownDocument(documents, unknown);
    const { comparePairs } = await import('../index.ts');
    const lines = comparePairs(documents, pairs, deciding).map(({ score, relation, probability }, at) =>
      ndjsonLine({ a: pairs[at]?.a, b: pairs[at]?.b, score: rounded(score), relation, probability: rounded(probability) }),
    );
    return { pages: [{ chunks: lines }], exitCode: 0 };
  };
}

function noPairs(): UsageError {
  return new UsageError({
    code: 'missing-argument',
    happened: '`dedupe compare` was given no --pairs.',
    expected: '--pairs FILE: JSONL rows {a, b} with the ids of two documents.',
    advice: 'For example `dedupe compare articles.jsonl --pairs pairs.jsonl`.',
  });
}
