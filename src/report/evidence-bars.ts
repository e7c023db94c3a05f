import { meaningOf } from '../judge/explain.ts';
import type { Explanation } from '../types.ts';
import { INDENT, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { cutTo, padTo } from './width.ts';

/** Half of the column of bars: those that speak against go left from the middle, those that speak for go right. */
const BAR_COLUMNS = 12;
const NAME_COLUMNS = 22;
/** What is less is 2.5 points of probability at the most, where the odds are even: told as one sum. */
const LEAST_LOG_ODDS = 0.1;
/** From so many columns on there is room to say in words what each kind of evidence is. */
const WORDED_COLUMNS = 116;

/**
 * Each kind of evidence with its value, what it adds to the log-odds of an average pair, and that as a bar; first what an
 * average pair has, last the sum, so that the column adds up to `logOdds`.
 */
export function evidenceBars({ contributions, logOdds }: Pick<Explanation, 'contributions' | 'logOdds'>, layout: Layout): readonly string[] {
  if (contributions.length === 0) return [];
  const { chalk } = layout;
  const telling = contributions.filter((each) => Math.abs(each.logOdds) >= LEAST_LOG_ODDS);
  const little = contributions.filter((each) => Math.abs(each.logOdds) < LEAST_LOG_ODDS && each.logOdds !== 0);
  const sumOf = (parts: Explanation['contributions']): number => parts.reduce((sum, each) => sum + each.logOdds, 0);
  const head = `${INDENT}${' '.repeat(NAME_COLUMNS)} ${'value'.padStart(8)} ${'log-odds'.padStart(9)}   ${'against'.padStart(BAR_COLUMNS)} | for`;
  const strongest = Math.max(...telling.map((each) => Math.abs(each.logOdds)), LEAST_LOG_ODDS);
  return [
    chalk.dim(head),
    plainLine('an average pair', logOdds - sumOf(contributions)),
    ...telling.map((each) => barLine(each, strongest, layout)),
    ...(little.length === 0 ? [] : [plainLine(`${little.length} more, little each`, sumOf(little))]),
    plainLine('in all', logOdds),
  ];
}

function plainLine(name: string, logOdds: number): string {
  return `${INDENT}${padTo(name, NAME_COLUMNS)} ${' '.repeat(8)} ${signed(logOdds).padStart(9)}`;
}

function barLine({ name, value, logOdds }: Explanation['contributions'][number], strongest: number, { chalk, columns }: Layout): string {
  const length = Math.round((Math.abs(logOdds) / strongest) * BAR_COLUMNS);
  const bar = (logOdds < 0 ? '-' : '+').repeat(length);
  const [left, right] = logOdds < 0 ? [chalk.red(bar.padStart(BAR_COLUMNS)), ''] : [' '.repeat(BAR_COLUMNS), bar];
  const shown = padTo(cutTo(printable(inWords(name)), NAME_COLUMNS), NAME_COLUMNS);
  const line = `${INDENT}${shown} ${value.toFixed(3).padStart(8)} ${signed(logOdds).padStart(9)}   ${left} | `;
  const meaning = meaningOf(name);
  if (columns < WORDED_COLUMNS || meaning === undefined) return line + chalk.green(right);
  const used = INDENT.length + NAME_COLUMNS + 8 + 9 + 2 * BAR_COLUMNS + 10;
  return `${line}${chalk.green(padTo(right, BAR_COLUMNS))}  ${chalk.dim(cutTo(meaning, columns - used))}`;
}

/** `nameContainment` as `name containment`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`;
}
