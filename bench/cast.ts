import type { Random } from './random.ts';

/** A made-up name in both alphabets. */
export interface Name {
  readonly latin: string;
  readonly cyrillic: string;
}

/** Who and what a report is about: names and figures that all its versions share. */
export interface Cast {
  readonly names: readonly Name[];
  readonly figures: readonly number[];
}

const SYLLABLES: readonly (readonly [string, string])[] = [
  ['ba', 'ба'], ['be', 'бе'], ['bor', 'бор'], ['da', 'да'], ['del', 'дел'], ['dor', 'дор'], ['fa', 'фа'], ['fen', 'фен'], ['ga', 'га'], ['gor', 'гор'],
  ['ka', 'ка'], ['kel', 'кел'], ['kor', 'кор'], ['la', 'ла'], ['len', 'лен'], ['lo', 'ло'], ['ma', 'ма'], ['mer', 'мер'], ['mo', 'мо'], ['na', 'на'],
  ['ner', 'нер'], ['no', 'но'], ['pa', 'па'], ['pel', 'пел'], ['ra', 'ра'], ['ren', 'рен'], ['ro', 'ро'], ['sa', 'са'], ['sel', 'сел'], ['so', 'со'],
  ['ta', 'та'], ['ter', 'тер'], ['to', 'то'], ['va', 'ва'], ['ver', 'вер'], ['vo', 'во'], ['za', 'за'], ['zen', 'зен'], ['lin', 'лин'], ['min', 'мин'],
];

/** Names of a report: those of persons, places and bodies that an article of thirty sentences has. */
const NAMES = 12;
const FIGURES = 10;

/** A cast; some names are those of the day's news and stand in many reports, as in any newspaper. */
export function makeCast(random: Random, known: readonly Name[]): Cast {
  const names = Array.from({ length: NAMES }, () => (random.chance(0.3) ? known[Math.floor(known.length * random.next() ** 3)] ?? makeName(random) : makeName(random)));
  return { names, figures: Array.from({ length: FIGURES }, () => Math.floor(random.around(60, 1.8)) + 2) };
}

/** A name of two to four syllables. */
export function makeName(random: Random): Name {
  const syllables = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES));
  return { latin: capitalised(syllables.map(([latin]) => latin).join('')), cyrillic: capitalised(syllables.map(([, cyrillic]) => cyrillic).join('')) };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
