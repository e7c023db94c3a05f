/** The first of some items, and those after them. */
export interface ReadAhead<T> {
  readonly first: readonly T[];
  /** Undefined where the first are all. */
  readonly rest: AsyncIterator<T> | Iterator<T> | undefined;
}

/** Reads items until they have more than `most` together, by what `sizeOf` says of each. */
export async function readAhead<T>(items: AsyncIterable<T> | Iterable<T>, most: number, sizeOf: (item: T) => number): Promise<ReadAhead<T>> {
  const rest = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const first: T[] = [];
  for (let size = 0; size <= most; ) {
    const next = await rest.next();
    if (next.done === true) return { first, rest: undefined };
    first.push(next.value);
    size += sizeOf(next.value);
  }
  return { first, rest };
}

/** All of them again. */
export async function* joined<T>({ first, rest }: ReadAhead<T>): AsyncGenerator<T> {
  yield* first;
  if (rest !== undefined) for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
