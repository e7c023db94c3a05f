import type { Added } from '../archive/archive.ts';
import { BATCH } from '../archive/writing.ts';
import type { Prepared } from '../pair.ts';
import type { Document } from '../types.ts';
import type { OpenArchive } from './archiving.ts';
import { prepareBatches } from './preparing.ts';
import type { Progress } from './progress.ts';

/** Of so many documents at most the names and figures are held to be shown: more than that nobody reads. */
const MOST_SHOWN = 10_000;

/** Adds documents as they come, batch by batch, prepared and looked for by `workers` threads; `known` gets what there is to show of the first of them. */
export async function addDocuments({ archive, folder }: OpenArchive, documents: AsyncIterable<Document>, workers: number | undefined, progress: Progress, known: Map<string, Prepared>): Promise<Added> {
  const outcome = { added: new Set<string>(), replaced: new Set<string>(), known: new Set<string>() };
  progress.stage('adding articles', 0);
  for await (const batch of prepareBatches(batchesOf(documents), archive.options, workers, folder)) {
    const texts = new Map(batch.documents.map(({ id, text }) => [id, text]));
    const { added, replaced, known: same } = archive.add(batch.prepared, (id) => texts.get(id), batch.scouted);
    for (const id of added) outcome.added.add(id);
    for (const id of replaced) if (!outcome.added.has(id)) outcome.replaced.add(id);
    for (const id of same) outcome.known.add(id);
    for (const each of batch.prepared) if (known.size < MOST_SHOWN) known.set(each.document.id, each);
    progress.done(batch.documents.length);
  }
  return { added: [...outcome.added], replaced: [...outcome.replaced], known: [...outcome.known] };
}

async function* batchesOf(documents: AsyncIterable<Document>): AsyncGenerator<readonly Document[]> {
  let batch: Document[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
