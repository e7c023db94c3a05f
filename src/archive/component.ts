import type { Store } from '../store/store.ts';
import { groupPrepared } from '../grouping.ts';
import type { PlacedJudgement } from '../judge/judgements.ts';
import type { PipelineOptions } from '../options.ts';
import type { Found, Prepared } from '../pair.ts';
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
  judged.sort((x, y) => x.a - y.a || x.b - y.b);
  return groupPrepared(sorted.map(({ prepared }) => prepared), judged, options);
}
