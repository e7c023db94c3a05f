import type { Line } from './lines.ts';

/**
 * A stop and what closes with it. Furniture is often glued to the article, so no space need follow;
 * `»` counts because links end in it.
 */
const STOP = /[.!?…؟۔»。！？।]["'”’»)\]]*[ \t\u00a0]*/g;

/** Where a line or a sentence may begin, in order: line starts, and what follows a stop. */
export function sentenceStarts(text: string, lines: readonly Line[]): number[] {
  const starts: number[] = [];
  let at = 0;
  STOP.lastIndex = 0;
  let stop = STOP.exec(text);
  for (const line of lines) {
    starts.push(line.start);
    for (; stop !== null && stop.index < line.end; stop = STOP.exec(text)) {
      at = STOP.lastIndex;
      if (stop.index >= line.start && at < line.end) starts.push(at);
    }
  }
  return starts;
}
