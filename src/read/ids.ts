import { notice, type ReadEvent } from './event.ts';

/** Tells documents with one id apart: the later ones become `id~2`, `id~3`, each with a warning before it. */
export async function* withUniqueIds(events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent> {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  for await (const event of events) {
    if (event.kind === 'diagnostic') {
      yield event;
      continue;
    }
    const id = freeId(event.document.id, taken, counts);
    if (id !== event.document.id) yield repeatedId(event.document.id, id, event.document.path);
    yield id === event.document.id ? event : { ...event, document: { ...event.document, id } };
  }
}

/** Takes the id, or the first numbered form of it that no document has. */
function freeId(id: string, taken: Set<string>, counts: Map<string, number>): string {
  let count = counts.get(id) ?? 1;
  let free = count === 1 ? id : `${id}~${count}`;
  while (taken.has(free)) {
    count += 1;
    free = `${id}~${count}`;
  }
  taken.add(free);
  counts.set(id, count);
  return free;
}

function repeatedId(id: string, given: string, path: string): ReadEvent {
  const message = `The id "${id}" of ${path} was used before, and ids should differ; this document is called "${given}". Give it an id of its own.`;
  return notice({ code: 'repeated-id', severity: 'warning', message, document: given });
}
