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
