import { makeCast, type Cast, type Name } from './cast.ts';
import { randomOf, type Random } from './random.ts';
import { SAYINGS } from './sayings.ts';
import type { Language, Sources } from './sources.ts';

/** The plan of one report: whatever language it is written in, it tells this, in this order. */
export interface Plan {
  readonly seed: number;
  readonly cast: Cast;
  /** Rows of the parallel sentences. */
  readonly rows: readonly number[];
}

/** A written article. */
export interface Written {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Sentences of an article: 3,500 characters in the median, one in ten over twice that. */
const MEDIAN_SENTENCES = 24;
const SENTENCE_SPREAD = 0.55;
const [LEAST_SENTENCES, MOST_SENTENCES] = [8, 120];

/** Share of the long words that are the article's own: without them every sentence would stand in the news a thousand times. */
const OWN_WORDS = 0.4;

/** One sentence in so many tells who said what. */
const SAYING_EVERY = 4;

/** A new report. */
export function planReport(random: Random, sources: Sources, known: readonly Name[]): Plan {
  const length = Math.round(Math.min(MOST_SENTENCES, Math.max(LEAST_SENTENCES, random.around(MEDIAN_SENTENCES, SENTENCE_SPREAD))));
  const rows = Array.from({ length }, () => random.below(sources.parallel.length));
  return { seed: random.below(2 ** 32), cast: makeCast(random, known), rows };
}

/** A report of the same actors on another day: the hard look-alike. One sentence in eight is told again, as background. */
export function planFollowUp(before: Plan, random: Random, sources: Sources, known: readonly Name[]): Plan {
  const fresh = planReport(random, sources, known);
  const rows = fresh.rows.map((row) => (random.chance(1 / 8) ? random.pick(before.rows) : row));
  return { ...fresh, rows, cast: { names: before.cast.names, figures: fresh.cast.figures } };
}

/** The report as a newspaper of one language prints it. The same plan and language give the same words. */
export function writeReport(plan: Plan, language: Language, sources: Sources): Written {
  const own = randomOf(plan.seed ^ language.charCodeAt(0) * 7919 ^ language.charCodeAt(1));
  const told = randomOf(plan.seed);
  const sentences = plan.rows.flatMap((row, at) => {
    const texts = sources.parallel[row] ?? {};
    const sentence = inOwnWords(withCast(texts[language] ?? '', texts['en'] ?? '', at, plan.cast, language), language, own, sources);
    return at % SAYING_EVERY === SAYING_EVERY - 1 ? [sentence, saying(told, plan.cast, language)] : [sentence];
  });
  return { title: saying(told, plan.cast, language).replace(/[.“”„"«»]/gu, ''), sentences };
}

/** Names that English has in mid-sentence, and figures, become those of the cast, wherever the translation has them too. */
function withCast(text: string, english: string, at: number, { names, figures }: Cast, language: Language): string {
  let changed = text;
  const capitals = english.match(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu) ?? [];
  for (const [place, original] of capitals.entries()) {
    const name = names[(at * 3 + place) % names.length];
    if (name === undefined) continue;
    const written = language === 'ru' ? name.cyrillic : name.latin;
    if (changed.includes(original)) changed = changed.replaceAll(original, written);
    else if (language === 'ru') changed = changed.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/u, written);
  }
  return changed.replace(/\d+/gu, (digits) => String((figures[(at + Number(digits)) % figures.length] ?? 0) + (Number(digits) % 10)));
}

function inOwnWords(text: string, language: Language, own: Random, sources: Sources): string {
  const words = sources.words.get(language) ?? [];
  if (words.length === 0) return text;
  return text.replace(/(?<![\p{L}\d])\p{Ll}{7,}(?![\p{L}\d])/gu, (word) => (own.chance(OWN_WORDS) ? own.pick(words) : word));
}

function saying(told: Random, { names, figures }: Cast, language: Language): string {
  const template = SAYINGS[language][told.below(SAYINGS[language].length)] ?? '';
  const [first, second] = [told.pick(names), told.pick(names)];
  const written = (name: Name): string => (language === 'ru' ? name.cyrillic : name.latin);
  return template.replace('{0}', written(first)).replace('{1}', written(second)).replace('{n}', String(told.pick(figures)));
}
