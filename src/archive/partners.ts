import { isAlike } from '../block/copies.ts';
import { hintBetween } from '../block/hints.ts';
import { MOST_ALIKE } from '../block/block-index.ts';
import { postedOf } from '../block/posted.ts';
import { isWithin } from '../block/window.ts';
import { laidOut, packed, unpacked, type PackedPrint } from '../fingerprint/packed-print.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { timeOf } from '../group/representative.ts';
import { WORTH_KEEPING } from '../judging.ts';
import type { Judgement } from '../judge/judge.ts';
import type { PipelineOptions } from '../options.ts';
import { judgePrints } from '../pair.ts';
import type { DocumentHead } from '../types.ts';
import type { Finder, Scored, Search } from './finder.ts';
import { marksOf, type Marks } from './marks.ts';
import { namesakesOf } from './names.ts';
import { dayOf } from './record.ts';
import type { View } from './view.ts';

/** No document's number. */
export const NOBODY = -1;

/** A document of the archive that one was judged against. */
interface Partner extends Judged {
  /** Whether the texts alone make the pair worth keeping; else only the sources tie the two. */
  readonly isJudged: boolean;
  /** Whether the sources tie the two. */
  readonly isTied: boolean;
}

/** What the archive has for a document. */
export interface Partners {
  readonly partners: readonly Partner[];
  /** Whether so many alike to the last key are there that it only goes with the first of them. */
  readonly isCrowded: boolean;
}

/** What a look at a document of the archive says. */
interface Seen extends Scored {
  /** Whether it is the same to the last key. */
  readonly isAlike: boolean;
  readonly isPromising: boolean;
  /** Once it was asked for. */
  readonly judgement?: Judgement;
}

/** What partners are looked for by; those that only the sources tie, by the whole head. */
export interface Newcomer<D = DatedHead> {
  readonly document: D;
  readonly print: PrintCore;
  readonly marks: Marks;
}

type DatedHead = Pick<DocumentHead, 'date'>;

/** A document as it comes. */
export type Unmarked<D = DatedHead> = Omit<Newcomer<D>, 'marks'>;

/** A document ready to be looked for; its marks may be known already. */
export function newcomer<D extends DatedHead>({ document, print }: Unmarked<D>, marks: Marks = marksOf(postedOf(print))): Newcomer<D> {
  return { document, print, marks };
}

/** A search, with what a look said of those at which one was taken. */
export interface Sighting extends Search {
  readonly found: readonly (Scored | Seen)[];
}

/**
 * block → compare → judge, of one document against an archive, or all of it but that document itself, by its number. Where it was looked
 * for before (`sighting`), only at what has come since; nothing may have gone.
 */
export function findPartners(view: View, finder: Finder, own: Newcomer<DocumentHead>, options: PipelineOptions, itself = NOBODY, sighting?: Sighting): Partners {
  const { document } = own;
  const found = [...(sighting?.found ?? []), ...searchFor(view, finder, own, options, sighting).found];
  const seen = lookAt(view, finder, own, found, options);
  const { chosen, isCrowded } = choose(view, own, seen.filter(({ number }) => number !== itself), options);
  const judged = judgeAll(view, own, chosen, options).filter(({ judgement }) => judgement.story >= WORTH_KEEPING);
  const known = new Set(judged.map(({ number }) => number));
  const tied = new Set(options.hints ? [...namesakesOf(view.store, document)].filter((number) => number !== itself && isTied(view, number, document) && isNear(view, own, number, options)) : []);
  const others = judgeAll(view, own, [...tied].filter((number) => !known.has(number)).map((number) => ({ number })), options);
  const partners = [...judged.map((each) => ({ ...each, isJudged: true })), ...others.map((each) => ({ ...each, isJudged: false }))];
  return { isCrowded, partners: partners.map((each) => ({ ...each, isTied: tied.has(each.number) })) };
}

/** What is to be seen for a document, with judgements on what has to be judged as long as nothing else comes. */
export function sight(view: View, finder: Finder, own: Newcomer, options: PipelineOptions): Sighting {
  const search = searchFor(view, finder, own, options);
  const seen = new Map(lookAt(view, finder, own, search.found, options).map((each) => [each.number, each]));
  for (const { number, judgement } of judgeAll(view, own, choose(view, own, [...seen.values()], options).chosen, options)) {
    const each = seen.get(number);
    if (each !== undefined) seen.set(number, { ...each, judgement });
  }
  return { ...search, found: search.found.map((each) => seen.get(each.number) ?? each) };
}

function isTied(view: View, number: number, document: DocumentHead): boolean {
  const other = view.documentAt(number);
  return other !== undefined && hintBetween(document, other) !== undefined;
}

function isNear(view: View, { document }: Newcomer, number: number, { window }: PipelineOptions): boolean {
  return window === undefined || isWithin(window, timeOf(document.date), timeOf(view.documentAt(number)?.date));
}

function searchFor(view: View, finder: Finder, { document, marks }: Newcomer, { window }: PipelineOptions, before?: Search): Search {
  return finder.search(view, marks, dayOf(document.date), window, before);
}

/**
 * Looks at the best of some documents, as long as some are promising, where that was not done before. One after the other: were all
 * their fingerprints at hand at once, they would be taken for what lasts.
 */
function lookAt(view: View, finder: Finder, { print }: Newcomer, scored: readonly (Scored | Seen)[], { screen }: PipelineOptions): Seen[] {
  const { outlook } = finder;
  outlook.lookFrom(print);
  const glanceAt = ({ number, score }: Scored): Seen | undefined => {
    const other = view.packedAt(number);
    if (other === undefined) return undefined;
    return { number, score, isAlike: laidOut(other).keys === print.keys.length && isAlike(print, unpacked(other)), isPromising: outlook.isPromising(other, screen) };
  };
  const looked: Seen[] = [];
  finder.eachOfBest(view, scored, (each) => {
    const seen = 'isPromising' in each ? each : glanceAt(each);
    if (seen !== undefined) looked.push(seen);
    return seen?.isPromising === true;
  });
  return looked;
}

/** Which of those that were seen are to be judged. */
function choose(view: View, own: Newcomer, seen: readonly Seen[], options: PipelineOptions): { readonly chosen: readonly Seen[]; readonly isCrowded: boolean } {
  const alike = seen.filter((each) => each.isAlike);
  // Within a window the first of them may lie outside.
  const isCrowded = options.window === undefined && alike.length >= MOST_ALIKE;
  const first = Math.min(...alike.map(({ number }) => number));
  return { isCrowded, chosen: seen.filter(({ number, isPromising }) => (isCrowded ? number === first : isPromising) && isNear(view, own, number, options)) };
}

interface Judged {
  readonly number: number;
  readonly judgement: Judgement;
}

function judgeAll(view: View, { print }: Newcomer, seen: readonly Partial<Judged>[], options: PipelineOptions): Judged[] {
  let own: PackedPrint | undefined;
  return seen.flatMap(({ number = NOBODY, judgement }) => {
    if (judgement !== undefined) return [{ number, judgement }];
    const other = view.packedAt(number);
    if (other === undefined) return [];
    own ??= packed(print);
    return [{ number, judgement: judgePrints(own, other, options) }];
  });
}
