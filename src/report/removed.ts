import type { RemovedText, Report } from '../types.ts';
import type { RemovedTexts } from './json.ts';
import { INDENT, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { cutStartTo, cutTo } from './width.ts';
import { counted } from './wording.ts';

/** As wide as the longest reason: `other-headlines`. */
const REASON_COLUMNS = 16;

/** What was set aside of each document before comparing, a line a stretch. */
export function removedLines(report: Report, texts: RemovedTexts, layout: Layout): readonly string[] {
  const { chalk, columns } = layout;
  const touched = report.documents.filter(({ removed }) => removed.length > 0);
  if (touched.length === 0) return [report.options.clean ? 'Nothing was set aside.' : 'Nothing was set aside: --no-clean leaves everything in.'];
  const sections = touched.map(({ id, removed, characters }) => {
    const length = removed.reduce((sum, { start, end }) => sum + end - start, 0);
    const share = `${counted(removed.length, 'stretch', 'stretches')}, ${Math.round((100 * length) / Math.max(1, characters))} % of the text`;
    const head = `${INDENT}${cutStartTo(printable(id), columns - share.length - 5)} · ${share}`;
    return [head, ...(texts.get(id) ?? []).map((text) => chalk.dim(removedLine(text, columns)))];
  });
  return [chalk.bold('Set aside before comparing'), ...sections.flat()];
}

/** One stretch: its reason, and its text cut to the line. */
export function removedLine({ reason, text }: RemovedText, columns: number): string {
  const start = `${INDENT}${INDENT}${reason.padEnd(REASON_COLUMNS)} `;
  return `${start}${cutTo(printable(text), columns - start.length)}`;
}
