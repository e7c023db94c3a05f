import type { Explanation } from '../types.ts';
import { INDENT, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { padTo, wrap } from './width.ts';

/** From this many columns on each of two texts has lines of 45 characters, the least that reads well. */
const TWO_COLUMNS = 100;

/** The aligned sentences: side by side where there is room, else one above the other. */
export function sentenceLines(sentences: Explanation['sentences'], layout: Layout): readonly string[] {
  const show = layout.columns >= TWO_COLUMNS ? beside : stacked;
  return sentences.flatMap((pair, at) => [...(at === 0 ? [] : ['']), ...show(printable(pair.a), printable(pair.b), layout)]);
}

function beside(a: string, b: string, { columns, chalk }: Layout): readonly string[] {
  const gap = ' │ ';
  const width = Math.floor((columns - INDENT.length - gap.length) / 2);
  const [left, right] = [wrap(a, width), wrap(b, width)];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at);
  return rows.map((at) => `${INDENT}${padTo(left[at] ?? '', width)}${chalk.dim(gap)}${right[at] ?? ''}`);
}

function stacked(a: string, b: string, { columns, chalk }: Layout): readonly string[] {
  const label = (name: string, text: string): readonly string[] =>
    wrap(text, columns - INDENT.length - 3).map((line, at) => `${INDENT}${chalk.dim(at === 0 ? `${name}  ` : '   ')}${line}`);
  return [...label('A', a), ...label('B', b)];
}
