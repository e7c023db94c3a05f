import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Mentions } from '../fingerprint/mentions.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import type { PrintList } from '../fingerprint/shelf.ts';
import type { Prepared } from '../pair.ts';
import type { UnpackedPart } from './worker.ts';

/** What lies in shared memory of a list of documents, by their places in it. */
export interface Shelf {
  readonly prints: PrintList;
  readonly mentions: (place: number) => Mentions;
}

/** A document whose fingerprint and mentions are looked up when they are asked for: as objects they would take as much memory again. */
export class Shelved implements Prepared {
  readonly document: Prepared['document'];
  readonly characters: number;
  readonly letters: number;
  readonly contentHash: string;
  readonly language: Prepared['language'];
  readonly removed: Prepared['removed'];
  readonly #shelf: Shelf;
  readonly #place: number;

  constructor({ document, characters, letters, contentHash, language, removed }: UnpackedPart, shelf: Shelf, place: number) {
    this.document = document;
    this.characters = characters;
    this.letters = letters;
    this.contentHash = contentHash;
    this.language = language;
    this.removed = removed;
    this.#shelf = shelf;
    this.#place = place;
  }

  get print(): PrintCore {
    return this.#shelf.prints.at(this.#place);
  }

  get mentions(): Mentions {
    return this.#shelf.mentions(this.#place);
  }
}

/** What is told of some documents, as JSON that is deflated: as objects it would take ten times as much until all are prepared. */
export type PackedParts = Uint8Array;

/** The lowest level of deflate: a third is left, and more is not worth the time. */
const LEVEL = 1;

export function packParts(parts: readonly UnpackedPart[]): PackedParts {
  // A copy without the room that zlib leaves behind it: what is sent to another thread is sent with that.
  return Uint8Array.from(deflateRawSync(JSON.stringify(parts), { level: LEVEL }));
}

const NOTHING_REMOVED: Prepared['removed'] = [];

/** Unpacks one pack after the other; what documents say alike is the same object for all. */
export function partsUnpacker(): (packed: PackedParts) => UnpackedPart[] {
  const paths = new Map<string, string>();
  const languages = new Map<string, Prepared['language']>();
  return (packed) => {
    const parts: UnpackedPart[] = JSON.parse(inflateRawSync(packed).toString());
    return parts.map((part) => {
      const { document, language, removed } = part;
      const path = firstCalled(paths, document.path, document.path);
      return { ...part, document: { ...document, path }, language: firstCalled(languages, `${language.code} ${language.confidence}`, language), removed: removed.length === 0 ? NOTHING_REMOVED : removed };
    });
  };
}

/** What is known by a name, which at first is the thing given. */
function firstCalled<T>(known: Map<string, T>, name: string, thing: T): T {
  const first = known.get(name) ?? thing;
  known.set(name, first);
  return first;
}
