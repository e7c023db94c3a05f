import { candidatePairs } from '../src/block/candidates.ts';
import { clean } from '../src/clean/clean.ts';
import { shippedPhrases } from '../src/clean/phrases.ts';
import { compare } from '../src/compare/compare.ts';
import { takeParts } from '../src/extract/extract.ts';
import { fingerprintOf, type Fingerprint } from '../src/fingerprint/fingerprint.ts';
import { judge } from '../src/judge/judge.ts';
import { detectLanguage } from '../src/language/detect.ts';
import { pipelineOptions } from '../src/options.ts';
import type { Document } from '../src/types.ts';

/** Seconds by stage, in the order of the flow. */
export type Profile = ReadonlyMap<string, number>;

/** Runs the stages over some documents on one core, twice: the second time is told, when tables and caches are warm. */
export function profileStages(documents: readonly Document[]): Profile {
  profileOnce(documents);
  return profileOnce(documents);
}

function profileOnce(documents: readonly Document[]): Profile {
  const seconds = new Map<string, number>();
  const timed = <T>(stage: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    seconds.set(stage, (seconds.get(stage) ?? 0) + (performance.now() - start) / 1_000);
    return result;
  };
  const { background, sentences, model, threshold } = pipelineOptions();
  const phrases = shippedPhrases();
  const prints: Fingerprint[] = [];
  for (const document of documents) {
    const cleaned = timed('clean', () => clean(document, { enabled: true, phrases }));
    const language = timed('language', () => detectLanguage(cleaned));
    const article = timed('sentences and tokens', () => takeParts(cleaned, language));
    prints.push(timed('keys and fingerprint', () => fingerprintOf(article, background)));
  }
  const pairs = timed('block', () => candidatePairs(prints));
  timed('compare and judge', () => {
    for (const { a, b } of pairs) {
      const [left, right] = [prints[a], prints[b]];
      if (left !== undefined && right !== undefined) judge(compare(left, right, sentences), model, threshold);
    }
  });
  return seconds;
}
