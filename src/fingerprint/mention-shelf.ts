import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Mentions } from './mentions.ts';
import { placesOn } from './shelf.ts';

/** The mentions of some documents side by side, in memory that threads share: few are ever shown, so they are kept as small as they go. */
export interface PackedMentions {
  readonly documents: number;
  /** Deflated: where the forms of each document end, in bytes of UTF-8, and its figures, in numbers; all figures; all forms. */
  readonly deflated: Uint8Array<SharedArrayBuffer>;
}

/** The lowest level of deflate: the usual one, 6, takes three times as long for a tenth less. */
const LEVEL = 1;

/** Puts mentions together. */
export function packMentions(list: readonly Mentions[]): PackedMentions {
  const ends = new Uint32Array(2 * list.length);
  let [bytes, figures] = [0, 0];
  for (const [at, each] of list.entries()) {
    bytes += Buffer.byteLength(each.forms);
    figures += each.figures.length;
    ends[2 * at] = bytes;
    ends[2 * at + 1] = figures;
  }
  const raw = new Uint8Array(ends.byteLength + 2 * figures + bytes);
  raw.set(bytesOf(ends));
  let at = ends.byteLength;
  for (const each of list) {
    raw.set(bytesOf(each.figures), at);
    at += each.figures.byteLength;
  }
  const text = Buffer.from(raw.buffer);
  for (const { forms } of list) at += text.write(forms, at);
  const deflated = deflateRawSync(raw, { level: LEVEL });
  const shared = new Uint8Array(new SharedArrayBuffer(deflated.length));
  shared.set(deflated);
  return { documents: list.length, deflated: shared };
}

/** The same packs, in their order, in one piece of memory. */
export function joinMentions(packs: readonly PackedMentions[]): PackedMentions[] {
  const memory = new SharedArrayBuffer(packs.reduce((sum, { deflated }) => sum + deflated.length, 0));
  let end = 0;
  return packs.map(({ documents, deflated }) => {
    const own = new Uint8Array(memory, end, deflated.length);
    own.set(deflated);
    end += deflated.length;
    return { documents, deflated: own };
  });
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The mentions that were put together. */
export function unpackMentions(packed: PackedMentions): Mentions[] {
  const mentionsAt = opened(packed);
  return Array.from({ length: packed.documents }, (_, at) => mentionsAt(at));
}

/** The mentions of each document of a pack, by its place there. */
function opened({ documents, deflated }: PackedMentions): (at: number) => Mentions {
  const raw = Uint8Array.from(inflateRawSync(deflated));
  const text = Buffer.from(raw.buffer);
  const ends = new Uint32Array(raw.buffer, 0, 2 * documents);
  const figures = new Uint16Array(raw.buffer, ends.byteLength, startOf(ends, ends.length + 1));
  const forms = ends.byteLength + figures.byteLength;
  return (at) => ({
    forms: text.toString('utf8', forms + startOf(ends, 2 * at), forms + (ends[2 * at] ?? 0)),
    figures: figures.subarray(startOf(ends, 2 * at + 1), ends[2 * at + 1]),
  });
}

/** Each end is the start of the document after it. */
function startOf(ends: Uint32Array, at: number): number {
  return ends[at - 2] ?? 0;
}

/** The mentions of the documents of several packs, in the order given by their places in all packs together. */
export function mentionShelfOf(packs: readonly PackedMentions[], order: Uint32Array): (place: number) => Mentions {
  const placed = placesOn(packs.map(({ documents }) => documents), order);
  const open: { readonly pack: number; readonly mentionsAt: (at: number) => Mentions }[] = [];
  return (place) => {
    const { pack, at } = placed(place);
    const packed = packs[pack];
    if (packed === undefined) throw new RangeError(`no mentions ${place} of ${order.length}`);
    const known = open[pack % OPEN_PACKS];
    if (known?.pack === pack) return known.mentionsAt(at);
    const mentionsAt = opened(packed);
    open[pack % OPEN_PACKS] = { pack, mentionsAt };
    return mentionsAt(at);
  };
}

/** Packs that stay inflated: those of a document whose pairs come one after the other, and of some that it is paired with. */
const OPEN_PACKS = 64;
