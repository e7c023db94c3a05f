import { setImmediate } from 'node:timers/promises';
import { joinMentions, mentionShelfOf, type PackedMentions } from '../fingerprint/mention-shelf.ts';
import { joinPrints, shelfOf, type PackedPrints } from '../fingerprint/shelf.ts';
import type { Prepared } from '../pair.ts';
import { byId } from '../pipeline.ts';
import { partsUnpacker, Shelved, type PackedParts } from './shelved.ts';
import type { Answers, UnpackedPart } from './worker.ts';

/** What threads have prepared, as they packed it; the n-th document of one list is that of the others. */
export interface Gathered {
  readonly prints: readonly PackedPrints[];
  readonly mentions: readonly PackedMentions[];
  readonly parts: readonly PackedParts[];
}

/**
 * Memory is asked for in pieces of so many bytes: asked for by the batch it takes a quarter more than it holds. The fingerprints of a piece are more
 * than the 32 MB up to which the allocator of glibc keeps what is freed for itself.
 */
const PIECE = 48_000_000;

/** Puts batches together, in whatever order they come. */
export class Gatherer {
  readonly #prints: PackedPrints[] = [];
  readonly #mentions: PackedMentions[] = [];
  readonly #parts: PackedParts[] = [];
  #fresh: Answers['prepare'][] = [];
  #bytes = 0;

  add(batch: Answers['prepare']): void {
    this.#fresh.push(batch);
    this.#bytes += batch.packed.byteLength + batch.mentions.reduce((sum, { deflated }) => sum + deflated.length, 0);
    if (this.#bytes >= PIECE) this.#join();
  }

  /** All that was put together. */
  finish(): Gathered {
    this.#join();
    return { prints: this.#prints, mentions: this.#mentions, parts: this.#parts };
  }

  #join(): void {
    const batches = this.#fresh;
    [this.#fresh, this.#bytes] = [[], 0];
    this.#prints.push(joinPrints(batches.map(({ packed }) => packed)));
    this.#mentions.push(...joinMentions(batches.flatMap(({ mentions }) => mentions)));
    this.#parts.push(...batches.map(({ parts }) => parts));
  }
}

/** The places of the documents, in order of their ids. */
export async function orderOf(gathered: Gathered): Promise<Uint32Array> {
  const parts = await unpackedParts(gathered);
  const places = parts.map(({ document: { id } }, place) => ({ document: { id }, place }));
  return Uint32Array.from(places.sort(byId), ({ place }) => place);
}

/** The documents in an order of their places. As objects they take some 300 bytes each, beside what lies in shared memory. */
export async function preparedIn(gathered: Gathered, order: Uint32Array): Promise<readonly Prepared[]> {
  const parts = await unpackedParts(gathered);
  const shelf = { prints: shelfOf(gathered.prints, order), mentions: mentionShelfOf(gathered.mentions, order) };
  return Array.from(order, (packed, place) => {
    const part = parts[packed];
    if (part === undefined) throw new RangeError(`no document ${packed} of ${parts.length}`);
    return new Shelved(part, shelf, place);
  });
}

/** A batch at a time: what threads answer meanwhile is taken in between. */
async function unpackedParts({ parts }: Gathered): Promise<readonly UnpackedPart[]> {
  const unpack = partsUnpacker();
  const unpacked: UnpackedPart[] = [];
  for (const packed of parts) {
    unpacked.push(...unpack(packed));
    await setImmediate();
  }
  return unpacked;
}
