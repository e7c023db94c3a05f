import type { Clustering } from './clustering.ts';
import { f1Of, type PrecisionRecall } from './counts.ts';
import type { GoldRow, Judge } from './gold.ts';

/**
 * BCubed (Bagga & Baldwin 1998, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model"): for each
 * document the share of its cluster that has its label, and the share of its label that is in its cluster, both with
 * the document itself; then the means over the documents. A pair too close to call counts on neither side.
 */
export function bcubed(clustering: Clustering, judge: Judge): PrecisionRecall {
  let [precision, recall] = [0, 0];
  for (const row of clustering.rows) {
    const cluster = clustering.clusterOf.get(row) ?? [row];
    const group = clustering.groupOf.get(row) ?? [row];
    const joined = cluster.filter((other) => other === row || judge(row, other) !== 'ignored');
    const shared = countTogether(row, joined, judge);
    precision += shared / joined.length;
    recall += shared / countTogether(row, group, judge);
  }
  const documents = Math.max(1, clustering.rows.length);
  precision /= documents;
  recall /= documents;
  return { precision, recall, f1: f1Of(precision, recall) };
}

function countTogether(row: GoldRow, others: readonly GoldRow[], judge: Judge): number {
  return others.filter((other) => other === row || judge(row, other) === 'together').length;
}
