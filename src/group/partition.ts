/** Two places, by number. */
export type PlacePair = readonly [number, number];

/** Places in groups that grow by joining. A group is called by its least place. */
export class Partition {
  readonly #groupOf: number[];
  readonly #members = new Map<number, readonly number[]>();
  readonly #rivals = new Map<number, Set<number>>();

  /** Each of `count` places alone, but for the groups given, each ascending; `rivals` are never to be joined. */
  constructor(count: number, groups: readonly (readonly number[])[], rivals: readonly PlacePair[]) {
    this.#groupOf = Array.from({ length: count }, (_, place) => place);
    for (const group of groups) {
      const least = group[0] ?? 0;
      this.#members.set(least, group);
      for (const place of group) this.#groupOf[place] = least;
    }
    for (const [a, b] of rivals) this.#setApart(this.groupOf(a), this.groupOf(b));
  }

  /** The group of a place. */
  groupOf(place: number): number {
    return this.#groupOf[place] ?? place;
  }

  /** The places of a group, ascending. */
  membersOf(group: number): readonly number[] {
    return this.#members.get(group) ?? [group];
  }

  /** Whether two groups hold places that must stay apart. */
  areRivals(a: number, b: number): boolean {
    return this.#rivals.get(a)?.has(b) ?? false;
  }

  /** Makes one group of two. */
  join(a: number, b: number): void {
    const [into, from] = [Math.min(a, b), Math.max(a, b)];
    const moved = this.membersOf(from);
    this.#members.set(into, merged(this.membersOf(into), moved));
    this.#members.delete(from);
    for (const place of moved) this.#groupOf[place] = into;
    for (const rival of this.#rivals.get(from) ?? []) {
      this.#rivals.get(rival)?.delete(from);
      this.#setApart(into, rival);
    }
    this.#rivals.delete(from);
  }

  /** The groups of two and more. */
  groups(): readonly (readonly number[])[] {
    return [...this.#members.values()].filter((members) => members.length > 1);
  }

  #setApart(a: number, b: number): void {
    this.#rivals.set(a, (this.#rivals.get(a) ?? new Set()).add(b));
    this.#rivals.set(b, (this.#rivals.get(b) ?? new Set()).add(a));
  }
}

/** Two ascending lists as one: a group of a hundred thousand may grow by one member at a time. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  const all = new Array<number>(a.length + b.length);
  let [inA, inB] = [0, 0];
  for (let at = 0; at < all.length; at++) {
    const [x, y] = [a[inA] ?? Infinity, b[inB] ?? Infinity];
    all[at] = Math.min(x, y);
    if (x < y) inA++;
    else inB++;
  }
  return all;
}
