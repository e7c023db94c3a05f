import type { Case } from './cases.ts';
import type { Taken } from './run.ts';
import type { Score } from './score.ts';
import type { Profile } from './stages.ts';
import type { Yardstick } from './yardstick.ts';

/** One run of the program and of the yardstick over the same file. */
export interface Run extends Taken {
  readonly kind: Case;
  readonly documents: number;
  readonly bytes: number;
  readonly yardstick: Yardstick;
  /** Seconds of the program on one core, where that was asked for. */
  readonly onOneCore: number | undefined;
  readonly score: Score;
}

/** The stages that look for pairs, and judge them. */
const OF_PAIRS = new Set(['indexing', 'looking for pairs', 'judging pairs']);

/** Prints a run, and with one before it how the time grew: the exponent is 1 where twice the articles take twice the time. */
export function printRun(run: Run, before: Run | undefined): void {
  const { kind, documents, bytes, yardstick: { gzip, zlib }, seconds, onOneCore, processor, peak, stages, score } = run;
  const growth = before === undefined ? '' : `, growth exponent ${(Math.log(seconds / before.seconds) / Math.log(documents / before.documents)).toFixed(2)}`;
  console.log(`${kind}, ${documents.toLocaleString('en')} articles, ${megabytes(bytes)} MB as JSONL`);
  console.log(`  gzip -6      ${gzip.toFixed(2).padStart(9)} s   ${rate(bytes, gzip)} MB/s`);
  console.log(`  zlib of Node ${zlib.toFixed(2).padStart(9)} s   ${rate(bytes, zlib)} MB/s`);
  console.log(`  dedupe       ${seconds.toFixed(2).padStart(9)} s   ${rate(bytes, seconds)} MB/s   ${(seconds / gzip).toFixed(1)} × gzip (${(seconds / zlib).toFixed(1)} × zlib)${growth}, ${processor.toFixed(1)} s of the processor`);
  if (onOneCore !== undefined) console.log(`  on one core  ${onOneCore.toFixed(2).padStart(9)} s   ${(onOneCore / seconds).toFixed(2)} × as long`);
  if (stages.length > 0) {
    const share = (part: number): string => `${((100 * part) / seconds).toFixed(0)} %`;
    const ofPairs = stages.reduce((sum, [name, own]) => (OF_PAIRS.has(name) ? sum + own : sum), 0);
    console.log(`  stages       ${stages.map(([name, own]) => `${name} ${own.toFixed(1)} s`).join(', ')}`);
    if (ofPairs > 0) console.log(`               block, compare and judge ${share(ofPairs)} of all`);
  }
  console.log(`  peak memory  ${megabytes(peak).padStart(9)} MB`);
  console.log(`  pairs        precision ${score.precision.toFixed(4)}  recall ${score.recall.toFixed(4)}  F1 ${score.f1.toFixed(4)}  ${score.wrong.toLocaleString('en')} joined wrongly\n`);
}

/** Prints the seconds by stage, with the share of the whole and the speed as a part of gzip's. */
export function printProfile(articles: number, bytes: number, profile: Profile, { gzip, zlib }: Yardstick): void {
  const { seconds: stages, storedBytes, heldBytes, pairs } = profile;
  const all = [...stages.values()].reduce((sum, seconds) => sum + seconds, 0);
  console.log(`by stage, one core, ${articles.toLocaleString('en')} articles, ${megabytes(bytes)} MB of text; gzip -6 ${rate(bytes, gzip)} MB/s, zlib of Node ${rate(bytes, zlib)} MB/s`);
  const row = (stage: string, seconds: number): void => {
    const share = `${((100 * seconds) / all).toFixed(0)} %`;
    console.log(`  ${stage.padEnd(20)} ${seconds.toFixed(2).padStart(8)} s  ${share.padStart(5)}  ${rate(bytes, seconds)} MB/s  ${(gzip / seconds).toFixed(3)} of gzip, ${(zlib / seconds).toFixed(3)} of zlib`);
  };
  for (const [stage, seconds] of stages) row(stage, seconds);
  const printing = ['clean', 'language', 'sentences and tokens', 'keys and fingerprint'].reduce((sum, stage) => sum + (stages.get(stage) ?? 0), 0);
  row('clean → fingerprint', printing);
  console.log(`\na fingerprint: ${storedBytes.toLocaleString('en')} bytes on disk (median of articles of 3,000 to 4,000 characters), ${heldBytes.toFixed(0)} in memory`);
  console.log(`pairs an article: ${pairs.seen.toFixed(1)} seen, ${pairs.compared.toFixed(1)} let through by the screen, ${pairs.kept.toFixed(1)} kept`);
}

function rate(bytes: number, seconds: number): string {
  return (bytes / 1e6 / seconds).toFixed(1).padStart(6);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
