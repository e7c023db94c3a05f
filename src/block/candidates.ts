import { BestByLanguage } from './best-by-language.ts';
import { BEST_PER_LANGUAGE, indexPrints, isEntered, PATIENCE, STANDING_OUT, type BlockIndex } from './block-index.ts';
import { PairList, type Pairs } from './pair-list.ts';
import { PartnerScores, type Tables } from './partner-scores.ts';
import { Poster } from './posted.ts';
import type { DateWindow } from './window.ts';
import { KernelMemory } from '../kernel/kernel.ts';
import { laidOut, shinglesOf } from '../fingerprint/packed-print.ts';
import { BRIEF } from '../fingerprint/print.ts';
import type { PrintList } from '../fingerprint/shelf.ts';

/** Whether two documents are worth comparing, by a further look; symmetric. */
type IsPromising = (document: number, partner: number) => boolean;

/**
 * The pairs worth comparing: each document's most alike partners in every language, by the keys and word sequences they
 * share, as far as their dates are near enough and they are promising. Ascending; symmetric in the documents' order. Linear in the number of documents, whatever
 * they share.
 */
export function candidatePairs(prints: PrintList, isPromising: IsPromising, window?: DateWindow): Pairs {
  const pairs = new PairList(prints.length);
  pairs.addAll(new PartnerSearch(indexPrints(prints, window, emptyRoom()), prints, isPromising).pairsOf(Array(prints.length).keys()));
  return pairs.distinct();
}

/** An index of more bytes is not kept room for. */
const MOST_KEPT = 16_000_000;

let room: KernelMemory | undefined;

/** Room for an index that is gone after the search, the same for one list after the other: a service would otherwise fill up with memory that is freed late. */
function emptyRoom(): KernelMemory {
  if (room === undefined || room.taken > MOST_KEPT) room = new KernelMemory();
  else room.clear();
  return room;
}

/** Looks for the partners of some of the documents of an index; several may look in one at once. */
export class PartnerSearch {
  readonly #index: BlockIndex;
  readonly #prints: PrintList;
  readonly #isPromising: IsPromising;
  readonly #scores: PartnerScores;
  readonly #keyTables: Tables;
  readonly #shingleTables: Tables;
  readonly #best: BestByLanguage;
  readonly #poster: Poster;

  constructor(index: BlockIndex, prints: PrintList, isPromising: IsPromising) {
    this.#index = index;
    this.#prints = prints;
    this.#isPromising = isPromising;
    const memory = new KernelMemory(index.outline.memory);
    this.#poster = new Poster(memory);
    this.#scores = new PartnerScores(memory, index.outline.documents);
    this.#keyTables = this.#scores.tablesOf(index.keyPostings);
    this.#shingleTables = this.#scores.tablesOf(index.shinglePostings);
    this.#best = new BestByLanguage(memory, index.outline.languages, BEST_PER_LANGUAGE, PATIENCE);
  }

  /** The pairs of some documents, by their places, as codes of a `PairList`, some twice. */
  pairsOf(places: Iterable<number>): Float64Array {
    const { documents, alike } = this.#index.outline;
    const pairs = new PairList(documents);
    for (const document of places) {
      if (!isEntered(alike, document)) pairs.add(alike.first[document] ?? 0, document);
      else {
        this.#lookAt(document, (partner) => {
          const isPromising = this.#isPromising(document, partner);
          if (isPromising) pairs.add(document, partner);
          return isPromising;
        });
      }
    }
    return pairs.codes();
  }

  /** Hands out the partners of a document that are worth a look, as long as some of them are accepted. */
  #lookAt(document: number, accept: (partner: number) => boolean): void {
    const laid = laidOut(this.#prints.packedAt(document));
    this.#poster.takeKeysIn(laid);
    this.#scores.addShared(this.#keyTables, this.#poster);
    this.#poster.takeSequences({ language: laid.language, shingles: shinglesOf(laid) });
    this.#scores.addShared(this.#shingleTables, this.#poster);
    this.#scores.offerTo(this.#best, document, this.#index.outline);
    this.#best.take(accept, laid.sentences > BRIEF ? STANDING_OUT : 0);
  }
}
