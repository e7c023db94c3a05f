import { brokenTexts } from './broken-texts.ts';
import { deepAndLong } from './deep-and-long.ts';
import { markup } from './markup.ts';
import { packed } from './packed.ts';
import { records } from './records.ts';

/** A file that is wrong in some way. */
export interface HostileFile {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
  /** Zeros after the content, which take no room on the disk. */
  readonly zeros?: number;
  /** A code that must be among what is said of it; none where it is survived and read, and nothing is wrong. */
  readonly code?: string;
}

/** Every hostile file, each named differently. */
export function hostileCorpus(): readonly HostileFile[] {
  return [...markup(), ...deepAndLong(), ...packed(), ...brokenTexts(), ...records()];
}
