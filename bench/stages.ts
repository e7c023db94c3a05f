import { candidatePairs } from '../src/block/candidates.ts';
import { clean } from '../src/clean/clean.ts';
import { shippedPhrases } from '../src/clean/phrases.ts';
import { takeParts } from '../src/extract/extract.ts';
import { printOf } from '../src/fingerprint/fingerprint.ts';
import { screening } from '../src/compare/screen.ts';
import { contentHash } from '../src/fingerprint/content-hash.ts';
import { listOf, packPrints } from '../src/fingerprint/shelf.ts';
import { encodePrint } from '../src/fingerprint/stored.ts';
import type { PrintCore } from '../src/fingerprint/print.ts';
import { judgeCandidates } from '../src/judging.ts';
import { detectLanguage } from '../src/language/detect.ts';
import { pipelineOptions } from '../src/options.ts';
import type { Document } from '../src/types.ts';

/** What the stages took, and made. */
export interface Profile {
  /** By stage, in the order of the flow. */
  readonly seconds: ReadonlyMap<string, number>;
  /** Bytes of a fingerprint as it is kept on disk: the median of the articles of 3,000 to 4,000 characters. */
  readonly storedBytes: number;
  /** Bytes of a fingerprint in memory, of all articles in the mean. */
  readonly heldBytes: number;
  /** Pairs an article: looked at by the screen, let through, and worth keeping. */
  readonly pairs: { readonly seen: number; readonly compared: number; readonly kept: number };
}

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
    timed('content hash', () => contentHash(document.text));
  }
  const prints = listOf(printed);
  const pairs = timed('block and screen', () => candidatePairs(prints, screening(prints, options.screen)));
  const judged = timed('compare and judge', () => judgeCandidates(pairs, prints, options));
  const seen = candidatePairs(prints, () => true);
  const anArticle = (list: { readonly length: number }): number => list.length / documents.length;
  const usual = printed.filter((_, at) => isUsual(documents[at]?.text.length ?? 0));
  return {
    seconds,
    storedBytes: median(usual.map((print) => encodePrint(print).length)),
    heldBytes: packPrints(printed).byteLength / documents.length,
    pairs: { seen: anArticle(seen), compared: anArticle(pairs), kept: anArticle(judged) },
  };
}

/** Characters of the article that the goal for a fingerprint's size speaks of, or nearly so many. */
function isUsual(characters: number): boolean {
  return characters >= 3_000 && characters < 4_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[values.length >> 1] ?? 0;
}
