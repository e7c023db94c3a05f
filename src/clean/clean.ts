import type { CleanDocument, Document } from '../types.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { captions } from './captions.ts';
import { apply, openDraft, type Draft, type Rule } from './draft.ts';
import { endOfPage } from './ending.ts';
import { otherHeadlines } from './headlines.ts';
import { inlinePhrases } from './inline.ts';
import {
  containedPhrases, cookieNotices, exactLines, fragments, phraseChains, startPhrases,
} from './line-phrases.ts';
import type { FurniturePhrases } from './phrases.ts';
import { blank, disjoint, letters } from './removals.ts';
import { topOfPage } from './top.ts';

export interface CleanOptions {
  /** Without it nothing is removed. */
  readonly enabled: boolean;
  /** From `parseFurniture`. */
  readonly phrases: FurniturePhrases;
}

/** Lists come before links, so that a list is seen whole; the ends of the page last, when it is known what they are. */
const RULES: readonly Rule[] = [
  cookieNotices, otherHeadlines, inlinePhrases, startPhrases, containedPhrases, phraseChains,
  breadcrumbs, captions, exactLines, fragments, topOfPage, endOfPage,
];

/**
 * A rule may uncover what another knows: the rules run until nothing more is found. Two rounds do on real pages;
 * the limit keeps a contrived one from taking long.
 */
const ROUNDS = 10;

/** Where more of the letters would go, the page is not understood and stays as it is, but for lines known by heart. */
const MOST_REMOVED = 0.6;

/**
 * The document with its site furniture found: `body` is the text with what is removed blank, `removed` says where and why,
 * sorted and disjoint. Cleaning a body again finds nothing.
 */
export function clean(document: Document, options: CleanOptions): CleanDocument {
  if (!options.enabled) return { document, body: document.text, removed: [] };
  const sure = apply(openDraft(document.text, document.title, options.phrases), exactLines);
  const likely = settled(sure);
  const removed = disjoint(isTooMuch(sure, likely) ? sure.removals : likely.removals);
  return { document, body: blank(document.text, removed), removed };
}

function settled(draft: Draft): Draft {
  let before = draft;
  for (let round = 0; round < ROUNDS; round += 1) {
    const after = RULES.reduce(apply, before);
    if (after === before) break;
    before = after;
  }
  return before;
}

function isTooMuch(sure: Draft, likely: Draft): boolean {
  if (likely === sure) return false;
  return letters(likely.body) < letters(sure.body) * (1 - MOST_REMOVED);
}
