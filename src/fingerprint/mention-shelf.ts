import type { Mentions } from './mentions.ts';
import { placesOn } from './shelf.ts';

/** The mentions of some documents side by side: in memory that threads share, and through which no collector has to look. */
export interface PackedMentions {
  /** Where the forms of each document end, in bytes of UTF-8, and where its figures end. */
  readonly ends: Uint32Array;
  readonly forms: SharedArrayBuffer;
  readonly figures: SharedArrayBuffer;
}

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
  const packed = { ends, forms: new SharedArrayBuffer(bytes), figures: new SharedArrayBuffer(2 * figures) };
  const [text, all] = [Buffer.from(packed.forms), new Uint16Array(packed.figures)];
  for (const [at, each] of list.entries()) {
    text.write(each.forms, startOf(ends, 2 * at));
    all.set(each.figures, startOf(ends, 2 * at + 1));
  }
  return packed;
}

/** The mentions of the document at a place of a pack. */
export function mentionsAt({ ends, forms, figures }: PackedMentions, place: number): Mentions {
  const [bytes, start] = [startOf(ends, 2 * place), startOf(ends, 2 * place + 1)];
  return {
    forms: Buffer.from(forms, bytes, (ends[2 * place] ?? 0) - bytes).toString(),
    figures: new Uint16Array(figures, 2 * start, (ends[2 * place + 1] ?? 0) - start),
  };
}

/** Each end is the start of the document after it. */
function startOf(ends: Uint32Array, at: number): number {
  return ends[at - 2] ?? 0;
}

/** The mentions of the documents of several packs, in the order given by their places in all packs together. */
export function mentionShelfOf(packs: readonly PackedMentions[], order: Uint32Array): (place: number) => Mentions {
  const placed = placesOn(packs.map(({ ends }) => ends.length / 2), order);
  return (place) => {
    const { pack, at } = placed(place);
    const packed = packs[pack];
    if (packed === undefined) throw new RangeError(`no mentions ${place} of ${order.length}`);
    return mentionsAt(packed, at);
  };
}
