import { Glance, GLANCE_FEATURES } from './glance.ts';
import { kindOfPair, type PairKind } from './pair-kind.ts';
import { readTable } from '../data/load.ts';
import { laidOut, PrintReader, type PackedPrint } from '../fingerprint/packed-print.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import type { PrintList } from '../fingerprint/shelf.ts';

/** A logistic regression over `GLANCE_FEATURES`: the log-odds that a pair is worth comparing. */
interface ScreenPart {
  readonly bias: number;
  /** In the order of `GLANCE_FEATURES`. */
  readonly weights: readonly number[];
  /** The log-odds from which on a pair is compared. */
  readonly least: number;
}

/** Tells which pairs need not be compared, since the judge would call them strangers. */
export type Screen = Readonly<Record<PairKind, ScreenPart>>;

const COMMON_WORDS = GLANCE_FEATURES.indexOf('common words');

/** Which part of the screen a pair is for, by what a glance tells. */
export function screenPartOf(features: ArrayLike<number>, isOneLanguage: boolean): PairKind {
  return kindOfPair(isOneLanguage, features[COMMON_WORDS] ?? 0);
}

let shipped: Screen | undefined;

/** The screen in `src/data/screen.json`, learned by `npm run train`. */
export function shippedScreen(): Screen {
  shipped ??= parseScreen(readTable('screen.json'));
  return shipped;
}

/** Looks from one document at others and tells which are worth comparing; its tables serve document after document. */
export class Outlook {
  readonly #glance = new Glance();
  #language = '';

  /** The document from which one looks. */
  lookFrom(print: PrintCore): void {
    this.#glance.lookFrom(print);
    this.#language = print.language;
  }

  /** Whether another one is worth comparing with it; symmetric. */
  isPromising(other: PackedPrint, screen: Screen): boolean {
    const laid = laidOut(other);
    const features = this.#glance.at(laid);
    const { bias, weights, least } = screen[screenPartOf(features, laid.language === this.#language)];
    let logOdds = bias;
    for (let at = 0; at < weights.length; at++) logOdds += (weights[at] ?? 0) * (features[at] ?? 0);
    return logOdds >= least;
  }
}

/** Whether two documents, by their places, are worth comparing; symmetric, and quickest where the first stays the same. */
type IsPromising = (document: number, partner: number) => boolean;

/** One for all lists, since its tables are too large to be made for a folder of five; by which screening it was used last, and from which document. */
let outlook: Outlook | undefined;
let [lookingBy, lookingFrom] = [0, -1];
let screenings = 0;

/** The screen over a list of fingerprints. */
export function screening(prints: PrintList, screen: Screen): IsPromising {
  const own = (outlook ??= new Outlook());
  const by = ++screenings;
  const reader = new PrintReader();
  return (document, partner) => {
    if (lookingBy !== by || lookingFrom !== document) own.lookFrom(prints.readAt(document, reader));
    [lookingBy, lookingFrom] = [by, document];
    return own.isPromising(prints.packedAt(partner), screen);
  };
}

function parseScreen(json: string): Screen {
  const parts = fieldsOf(JSON.parse(json));
  const part = (name: PairKind): ScreenPart => parsePart(parts.get(name));
  return { within: part('within'), across: part('across'), unaided: part('unaided') };
}

function parsePart(value: unknown): ScreenPart {
  const fields = fieldsOf(value);
  const weights = fieldsOf(fields.get('weights'));
  return { bias: figure(fields.get('bias')), weights: GLANCE_FEATURES.map((name) => figure(weights.get(name))), least: figure(fields.get('least')) };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function figure(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('screen.json: a figure is missing; run npm run train');
  return value;
}
