import type { Evidence, PairReport, Relation } from '../types.ts';

/** A pair whose evidence is looked up when it is asked for: of a million pairs it would take some gigabytes as objects. */
export class LatePair implements PairReport {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly probability: number;
  readonly story: number;
  readonly constraint?: NonNullable<PairReport['constraint']>;
  readonly rival?: string;
  readonly #evidenceAt: (place: number) => Evidence;
  readonly #place: number;

  /** `evidenceAt` tells the evidence on the pair at a place. */
  constructor({ a, b, relation, probability, story, constraint, rival }: Omit<PairReport, 'evidence'>, evidenceAt: (place: number) => Evidence, place: number) {
    this.a = a;
    this.b = b;
    this.relation = relation;
    this.probability = probability;
    this.story = story;
    if (constraint !== undefined) this.constraint = constraint;
    if (rival !== undefined) this.rival = rival;
    this.#evidenceAt = evidenceAt;
    this.#place = place;
  }

  get evidence(): Evidence {
    return this.#evidenceAt(this.#place);
  }
}
