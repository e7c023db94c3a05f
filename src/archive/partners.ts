import { firstAlike } from '../block/copies.ts';
import { hintBetween } from '../block/hints.ts';
import { MOST_ALIKE } from '../block/block-index.ts';
import { postedOf } from '../block/posted.ts';
import { isWithin } from '../block/window.ts';
import { screening } from '../compare/screen.ts';
import { withSums } from '../fingerprint/print.ts';
import { listOf } from '../fingerprint/shelf.ts';
import { timeOf } from '../group/representative.ts';
import { WORTH_KEEPING } from '../judging.ts';
import type { Judgement } from '../judge/judge.ts';
import type { PipelineOptions } from '../options.ts';
import { judgePrints, type Prepared } from '../pair.ts';
import type { Finder } from './finder.ts';
import { marksOf } from './marks.ts';
import { namesakesOf } from './names.ts';
import { dayOf, type Kept } from './record.ts';
import type { View } from './view.ts';

/** A document of the archive that one was judged against. */
interface Partner {
  readonly number: number;
  readonly kept: Kept;
  readonly judgement: Judgement;
  /** Whether the texts alone make the pair worth keeping; else only the sources tie the two. */
  readonly isJudged: boolean;
}

/** What the archive has for a document. */
export interface Partners {
  readonly partners: readonly Partner[];
  /** Whether so many alike to the last key are there that it only goes with the first of them. */
  readonly isCrowded: boolean;
}

/** block → compare → judge, of one document against an archive, or all of it but that document itself, by its number. */
export function findPartners(view: View, finder: Finder, own: Prepared, options: PipelineOptions, itself = -1): Partners {
  const { window } = options;
  const { document, print } = own;
  const time = timeOf(document.date);
  const load = (numbers: Iterable<number>): Candidate[] =>
    Array.from(numbers).flatMap((number) => {
      const kept = number === itself ? undefined : view.keptAt(number);
      return kept === undefined || !isWithin(window, time, timeOf(kept.prepared.document.date)) ? [] : [{ number, kept }];
    });
  const likely = finder.partnersOf(view, marksOf(postedOf(print)), dayOf(document.date), window).flatMap((number) => {
    const other = number === itself ? undefined : view.printAt(number);
    return other === undefined ? [] : [{ number, print: other }];
  });
  const prints = listOf([print, ...likely.map((each) => each.print)]);
  const { first } = firstAlike(prints);
  const alike = likely.filter((_, at) => first[at + 1] === 0);
  // Within a window the first of them may lie outside.
  const isCrowded = window === undefined && alike.length >= MOST_ALIKE;
  const isPromising = screening(prints, options.screen);
  const chosen = isCrowded ? alike.toSorted((x, y) => x.number - y.number).slice(0, 1) : likely.filter((_, at) => isPromising(0, at + 1));
  const judged = judgeAll(own, load(chosen.map(({ number }) => number)), options).filter(({ judgement }) => judgement.story >= WORTH_KEEPING);
  const known = new Set(judged.map(({ number }) => number));
  const tied = options.hints ? load(namesakesOf(view.store, document)).filter(({ number, kept }) => !known.has(number) && hintBetween(document, kept.prepared.document) !== undefined) : [];
  return {
    isCrowded,
    partners: [...judged.map((each) => ({ ...each, isJudged: true })), ...judgeAll(own, tied, options).map((each) => ({ ...each, isJudged: false }))],
  };
}

interface Candidate {
  readonly number: number;
  readonly kept: Kept;
}

function judgeAll({ print }: Prepared, candidates: readonly Candidate[], options: PipelineOptions): (Candidate & { readonly judgement: Judgement })[] {
  if (candidates.length === 0) return [];
  const own = withSums(print);
  return candidates.map((candidate) => ({ ...candidate, judgement: judgePrints(own, withSums(candidate.kept.prepared.print), options) }));
}
