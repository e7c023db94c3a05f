import type { Cluster, Finding, PairReport, Report } from '../types.ts';

/** The version of a document that it is most like, and how: among the `originals`, else in its cluster. */
export type Nearest = (document: string, originals: readonly string[], cluster: Cluster) => Pick<Finding, 'original' | 'relation' | 'probability'>;

/**
 * Finds the nearest version by the judged pairs of a report.
 *
 * @throws {RangeError} for a document without a judged pair in its cluster, which no pipeline makes.
 */
export function nearestOf({ pairs, options }: Report): Nearest {
  const byIds = new Map(pairs.map((pair) => [`${pair.a}\n${pair.b}`, pair]));
  const likeness = ({ probability, story }: PairReport): number => (options.level === 'story' ? story : probability);
  const best = (document: string, others: readonly string[]): ReturnType<Nearest> | undefined => {
    const judged = others.flatMap((original) => {
      const pair = byIds.get(document < original ? `${document}\n${original}` : `${original}\n${document}`);
      return pair === undefined ? [] : [{ original, relation: pair.relation, probability: likeness(pair) }];
    });
    return judged.sort((x, y) => y.probability - x.probability || (x.original < y.original ? -1 : 1))[0];
  };
  return (document, originals, { id, documents }) => {
    const found = best(document, originals) ?? best(document, documents.filter((other) => other !== document));
    if (found === undefined) throw new RangeError(`cluster ${id} has no judged pair for ${document}`);
    return found;
  };
}
