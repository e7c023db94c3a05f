import type { Explanation } from '../types.ts';
import { INDENT, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { padTo, wrap } from './width.ts';

/** From this many columns on each of two texts has lines of 45 characters, the least that reads well. */
const TWO_COLUMNS = 100;

/** The aligned sentences, each pair with how likely it is one of versions: side by side where there is room, else one above the other. */
export function sentenceLines(sentences: Explanation['sentences'], layout: Layout): readonly string[] {
  const show = layout.columns >= TWO_COLUMNS ? beside : stacked;
  return sentences.flatMap(({ a, b, gain }, at) => [...(at === 0 ? [] : ['']), ...show({ a: printable(a), b: printable(b), likely: `${Math.round(gain * 100)} %` }, layout)]);
}

interface ShownPair {
  readonly a: string;
  readonly b: string;
  readonly likely: string;
}

/** As wide as `100 %`. */
const LIKELY_COLUMNS = 5;

function beside({ a, b, likely }: ShownPair, { columns, chalk }: Layout): readonly string[] {
  const gap = ' │ ';
  const start = INDENT.length + LIKELY_COLUMNS + 2;
  const width = Math.floor((columns - start - gap.length) / 2);
  const [left, right] = [wrap(a, width), wrap(b, width)];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at);
  const labelAt = (at: number): string => chalk.dim((at === 0 ? likely : '').padStart(LIKELY_COLUMNS));
  return rows.map((at) => `${INDENT}${labelAt(at)}  ${padTo(left[at] ?? '', width)}${chalk.dim(gap)}${right[at] ?? ''}`);
}

function stacked({ a, b, likely }: ShownPair, { columns, chalk }: Layout): readonly string[] {
  const labelColumns = LIKELY_COLUMNS + 2;
  const label = (name: string, text: string, note: string): readonly string[] =>
    wrap(text, columns - INDENT.length - labelColumns - 3).map((line, at) =>
      `${INDENT}${chalk.dim(`${(at === 0 ? note : '').padStart(LIKELY_COLUMNS)}  ${at === 0 ? name : ' '}  `)}${line}`);
  return [...label('A', a, likely), ...label('B', b, '')];
}
