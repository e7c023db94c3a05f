import { isAlike } from '../block/copies.ts';
import { hintBetween } from '../block/hints.ts';
import { MOST_ALIKE } from '../block/block-index.ts';
import { postedOf } from '../block/posted.ts';
import { isWithin } from '../block/window.ts';
import { screening } from '../compare/screen.ts';
import { withSums, type PrintCore } from '../fingerprint/print.ts';
import { listOf } from '../fingerprint/shelf.ts';
import { timeOf } from '../group/representative.ts';
import { WORTH_KEEPING } from '../judging.ts';
import type { Judgement } from '../judge/judge.ts';
import type { PipelineOptions } from '../options.ts';
import { judgePrints, type Prepared } from '../pair.ts';
import type { DocumentHead } from '../types.ts';
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
  view.beginSearch();
  const { window } = options;
  const { document, print } = own;
  const time = timeOf(document.date);
  const isNear = (number: number): boolean => window === undefined || isWithin(window, time, timeOf(view.documentAt(number)?.date));
  const candidatesOf = (numbers: Iterable<number>): Candidate[] =>
    Array.from(numbers).flatMap((number) => {
      const other = number === itself ? undefined : view.printAt(number);
      return other === undefined ? [] : [{ number, print: other }];
    });
  const likely = candidatesOf(finder.partnersOf(view, marksOf(postedOf(print)), dayOf(document.date), window));
  const alike = likely.filter((other) => isAlike(print, other.print));
  // Within a window the first of them may lie outside.
  const isCrowded = window === undefined && alike.length >= MOST_ALIKE;
  const isPromising = screening(listOf([print, ...likely.map((each) => each.print)]), options.screen);
  const chosen = isCrowded ? alike.toSorted((x, y) => x.number - y.number).slice(0, 1) : likely.filter((_, at) => isPromising(0, at + 1));
  const judged = judgeAll(own, chosen.filter(({ number }) => isNear(number)), options).filter(({ judgement }) => judgement.story >= WORTH_KEEPING);
  const known = new Set(judged.map(({ number }) => number));
  const tied = options.hints ? [...namesakesOf(view.store, document)].filter((number) => !known.has(number) && isTied(view, number, document) && isNear(number)) : [];
  const withKept = (isJudged: boolean) => ({ number, judgement }: Judged): Partner[] => {
    const kept = view.keptAt(number);
    return kept === undefined ? [] : [{ number, kept, judgement, isJudged }];
  };
  return { isCrowded, partners: [...judged.flatMap(withKept(true)), ...judgeAll(own, candidatesOf(tied), options).flatMap(withKept(false))] };
}

function isTied(view: View, number: number, document: DocumentHead): boolean {
  const other = view.documentAt(number);
  return other !== undefined && hintBetween(document, other) !== undefined;
}

interface Candidate {
  readonly number: number;
  readonly print: PrintCore;
}

interface Judged {
  readonly number: number;
  readonly judgement: Judgement;
}

function judgeAll({ print }: Prepared, candidates: readonly Candidate[], options: PipelineOptions): Judged[] {
  if (candidates.length === 0) return [];
  const own = withSums(print);
  return candidates.map(({ number, print: other }) => ({ number, judgement: judgePrints(own, withSums(other), options) }));
}
