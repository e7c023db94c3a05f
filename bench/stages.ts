import { candidatePairs } from '../src/block/candidates.ts';
import { clean } from '../src/clean/clean.ts';
import { shippedPhrases } from '../src/clean/phrases.ts';
import { takeParts } from '../src/extract/extract.ts';
import { printOf } from '../src/fingerprint/fingerprint.ts';
import { screening } from '../src/compare/screen.ts';
import { listOf, ReadyPrints } from '../src/fingerprint/shelf.ts';
import type { PrintCore } from '../src/fingerprint/print.ts';
import { judgeCandidates } from '../src/judging.ts';
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
  const options = pipelineOptions();
  const phrases = shippedPhrases();
  const printed: PrintCore[] = [];
  for (const document of documents) {
    const cleaned = timed('clean', () => clean(document, { enabled: true, phrases }));
    const language = timed('language', () => detectLanguage(cleaned));
    const article = timed('sentences and tokens', () => takeParts(cleaned, language));
    printed.push(timed('keys and fingerprint', () => printOf(article, options.background).print));
  }
  const prints = listOf(printed);
  const pairs = timed('block', () => candidatePairs(prints, screening(prints, options.screen)));
  timed('compare and judge', () => judgeCandidates(pairs, new ReadyPrints(prints), options));
  return seconds;
}
