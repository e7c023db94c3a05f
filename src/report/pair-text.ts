import type { DocumentReport, PairReport } from '../types.ts';
import { headlineOf, INDENT, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { cutStartTo, cutTo, padTo, widthOf } from './width.ts';
import { percent, RELATION_NAMES } from './wording.ts';

/** More pairs than this are a list for a program: `--json` has them all. */
const MOST_PAIRS = 20;
/** Of a long id its end; a title needs the rest of the line more. */
const ID_COLUMNS = 28;

/** What a list of pairs is shown with. */
export interface PairContext {
  readonly documents: ReadonlyMap<string, DocumentReport>;
  readonly openings: ReadonlyMap<string, string>;
}

/** A list of pairs under a heading, two documents each; nothing where there are none. */
export function pairSection(heading: string, pairs: readonly PairReport[], context: PairContext, layout: Layout): readonly string[] {
  if (pairs.length === 0) return [];
  const shown = pairs.slice(0, MOST_PAIRS).flatMap((pair) => pairLines(pair, context, layout));
  const rest = pairs.length - MOST_PAIRS;
  const more = rest > 0 ? ['', `${INDENT}… and ${rest} more; --json lists them all.`] : [];
  return [layout.chalk.bold(heading), ...shown, ...more];
}

function pairLines({ a, b, relation, probability, story, constraint, rival }: PairReport, { documents, openings }: PairContext, layout: Layout): readonly string[] {
  const { chalk, columns } = layout;
  const [asReport, asStory] = [`same report ${percent(probability)}`, `same story ${percent(story)}`];
  const bound = constraint === undefined ? '' : `${constraint} · `;
  const outdone = rival === undefined ? '' : ` · ${printable(rival)} fits as well or better`;
  const figures = relation === 'story' ? `${asStory} · ${asReport}` : `${RELATION_NAMES[relation]} · ${asReport} · ${asStory}`;
  const both = [a, b].flatMap((id) => documents.get(id) ?? []);
  const ids = both.map(({ id }) => cutStartTo(printable(id), ID_COLUMNS));
  const widest = Math.max(0, ...ids.map(widthOf));
  const lines = both.map((document, at) => {
    const start = `${INDENT}${INDENT}${padTo(printable(document.language.code), 3)} ${padTo(ids[at] ?? '', widest)}  `;
    return `${chalk.dim(start)}${cutTo(headlineOf(document, openings), columns - widthOf(start))}`;
  });
  return [`${INDENT}${cutTo(bound + figures + outdone, columns - INDENT.length)}`, ...lines];
}
