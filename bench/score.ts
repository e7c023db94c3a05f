import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Pairwise figures of clusters against planted labels. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs of documents in one cluster that are two reports. */
  readonly wrong: number;
}

/** Scores the clusters of an NDJSON report. A report of a million documents is no single string. */
export async function scoreReport(file: string, gold: ReadonlyMap<string, number>): Promise<Score> {
  let [joined, right] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const documents = clusterIn(line);
    joined += pairsOf(documents.length);
    right += sum(countBy(documents.map((id) => gold.get(id) ?? -1)), pairsOf);
  }
  const wanted = sum(countBy(gold.values()), pairsOf);
  const precision = joined === 0 ? 1 : right / joined;
  const recall = wanted === 0 ? 1 : right / wanted;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), wrong: joined - right };
}

function clusterIn(line: string): readonly string[] {
  if (!line.startsWith('{"type":"cluster"')) return [];
  const record: unknown = JSON.parse(line);
  if (typeof record !== 'object' || record === null || !('documents' in record)) return [];
  return Array.isArray(record.documents) ? record.documents.map(String) : [];
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function countBy(labels: Iterable<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function sum(counts: ReadonlyMap<number, number>, of: (count: number) => number): number {
  let total = 0;
  for (const count of counts.values()) total += of(count);
  return total;
}
