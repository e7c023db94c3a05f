import { isEntered } from '../block/block-index.ts';
import { firstAlike } from '../block/copies.ts';
import type { Store } from '../store/store.ts';
import { groupPrepared, windowOf } from '../grouping.ts';
import type { Judgement } from '../judge/judge.ts';
import type { PlacedJudgement } from '../judge/judgements.ts';
import type { PipelineOptions } from '../options.ts';
import { printList, type Found, type Prepared } from '../pair.ts';
import { pairsOf, type KeptPair } from './pairs.ts';

/** The documents that hang together by kept pairs with some of them, in components, each ascending by number. */
export function componentsOf(store: Store, starts: Iterable<number>): { readonly numbers: readonly number[]; readonly pairs: readonly KeptPair[] }[] {
  const seen = new Set<number>();
  const components: { numbers: number[]; pairs: KeptPair[] }[] = [];
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component: { numbers: number[]; pairs: KeptPair[] } = { numbers: [start], pairs: [] };
    for (let at = 0; at < component.numbers.length; at++) {
      for (const pair of pairsOf(store, component.numbers[at] ?? 0)) {
        if (pair.a < pair.b) component.pairs.push(pair);
        if (seen.has(pair.b)) continue;
        seen.add(pair.b);
        component.numbers.push(pair.b);
      }
    }
    component.numbers.sort((x, y) => x - y);
    components.push(component);
  }
  return components;
}

/** A document with its number in the archive; -1 for one that is not in it. */
export interface Numbered {
  readonly number: number;
  readonly prepared: Prepared;
}

/** group, of documents and the pairs kept of them. */
export function groupNumbered(documents: readonly Numbered[], pairs: readonly Pick<KeptPair, 'a' | 'b' | 'judgement' | 'isJudged'>[], options: PipelineOptions): Found {
  const sorted = documents.toSorted((x, y) => (x.prepared.document.id < y.prepared.document.id ? -1 : 1));
  const places = new Map(sorted.map(({ number }, place) => [number, place]));
  const judged: PlacedJudgement[] = [];
  for (const { a, b, judgement, isJudged } of pairs) {
    const [x, y] = [places.get(a), places.get(b)];
    if (isJudged && x !== undefined && y !== undefined) judged.push({ a: Math.min(x, y), b: Math.max(x, y), judgement });
  }
  const prepared = sorted.map((each) => each.prepared);
  return groupPrepared(prepared, likeOneRun(prepared, judged, options), options);
}

/**
 * Of many documents alike to the last key a run enters the first by id, and the archive the first to come. What was judged of
 * one holds for all of them: so it is told here of those that a run would enter.
 */
function likeOneRun(prepared: readonly Prepared[], judged: readonly PlacedJudgement[], options: Pick<PipelineOptions, 'window'>): readonly PlacedJudgement[] {
  const alike = firstAlike(printList(prepared), windowOf(prepared, options));
  const members = new Map<number, number[]>();
  for (const [place, first] of alike.first.entries()) {
    if (isEntered(alike, place)) members.set(first, [...(members.get(first) ?? []), place]);
  }
  const isCrowd = new Set(Array.from(alike.first).filter((_, place) => !isEntered(alike, place)));
  const all = new Map<number, PlacedJudgement>();
  const add = (x: number, y: number, judgement: Judgement): void => {
    if (x !== y) all.set(Math.min(x, y) * prepared.length + Math.max(x, y), { a: Math.min(x, y), b: Math.max(x, y), judgement });
  };
  for (const { a, b, judgement } of judged) {
    const [x = a, y = b] = [alike.first[a], alike.first[b]];
    const [these, those] = [isCrowd.has(x) ? (members.get(x) ?? []) : [a], isCrowd.has(y) ? (members.get(y) ?? []) : [b]];
    for (const one of these) for (const other of those) add(one, other, judgement);
    if (x !== y || !isCrowd.has(x)) continue;
    for (const [place, first] of alike.first.entries()) if (first === x) add(first, place, judgement);
  }
  return [...all.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
