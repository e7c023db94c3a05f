import { isAlike } from '../block/copies.ts';
import { hintBetween } from '../block/hints.ts';
import { MOST_ALIKE } from '../block/block-index.ts';
import { postedOf } from '../block/posted.ts';
import { isWithin } from '../block/window.ts';
import type { Outlook } from '../compare/screen.ts';
import { laidOut, unpacked } from '../fingerprint/packed-print.ts';
import { withSums } from '../fingerprint/print.ts';
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
  const { window } = options;
  const { document, print } = own;
  const time = timeOf(document.date);
  const isNear = (number: number): boolean => window === undefined || isWithin(window, time, timeOf(view.documentAt(number)?.date));
  const { promising, alike } = lookOver(view, finder.outlook, own, finder.partnersOf(view, marksOf(postedOf(print)), dayOf(document.date), window).filter((number) => number !== itself), options);
  // Within a window the first of them may lie outside.
  const isCrowded = window === undefined && alike.length >= MOST_ALIKE;
  const chosen = isCrowded ? [Math.min(...alike)] : promising;
  const judged = judgeAll(view, own, chosen.filter(isNear), options).filter(({ judgement }) => judgement.story >= WORTH_KEEPING);
  const known = new Set(judged.map(({ number }) => number));
  const tied = options.hints ? [...namesakesOf(view.store, document)].filter((number) => !known.has(number) && isTied(view, number, document) && isNear(number)) : [];
  const withKept = (isJudged: boolean) => ({ number, judgement }: Judged): Partner[] => {
    const kept = view.keptAt(number);
    return kept === undefined ? [] : [{ number, kept, judgement, isJudged }];
  };
  return { isCrowded, partners: [...judged.flatMap(withKept(true)), ...judgeAll(view, own, tied.filter((number) => number !== itself), options).flatMap(withKept(false))] };
}

function isTied(view: View, number: number, document: DocumentHead): boolean {
  const other = view.documentAt(number);
  return other !== undefined && hintBetween(document, other) !== undefined;
}

/**
 * Which of some documents are worth comparing with one, and which are alike to the last key. One after the other: were all their
 * fingerprints at hand at once, they would be taken for what lasts.
 */
function lookOver(view: View, outlook: Outlook, { print }: Prepared, numbers: readonly number[], options: PipelineOptions): { readonly promising: readonly number[]; readonly alike: readonly number[] } {
  const [promising, alike]: [number[], number[]] = [[], []];
  outlook.lookFrom(print);
  for (const number of numbers) {
    const other = view.packedAt(number);
    if (other === undefined) continue;
    if (laidOut(other).keys === print.keys.length && isAlike(print, unpacked(other))) alike.push(number);
    if (outlook.isPromising(other, options.screen)) promising.push(number);
  }
  return { promising, alike };
}

interface Judged {
  readonly number: number;
  readonly judgement: Judgement;
}

function judgeAll(view: View, { print }: Prepared, numbers: readonly number[], options: PipelineOptions): Judged[] {
  if (numbers.length === 0) return [];
  const own = withSums(print);
  return numbers.flatMap((number) => {
    const other = view.packedAt(number);
    return other === undefined ? [] : [{ number, judgement: judgePrints(own, withSums(unpacked(other)), options) }];
  });
}
