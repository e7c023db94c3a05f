/** Something to read: a file, a member of an archive, or standard input. */
export interface Source {
  /** As `Document.path`. */
  readonly path: string;
  /** The id of a document that is the whole file; its records are `id#N`. */
  readonly id: string;
  /** Given as an argument, and not found in a folder. */
  readonly named: boolean;
  /** It lies in an archive. */
  readonly isMember?: true;
  /** Where it lies, absolute, for formats that are read from their end; not of a pipe, nor where no string holds its name. */
  readonly file?: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}
