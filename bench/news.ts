import { makeName, type Name } from './cast.ts';
import { randomOf, type Random } from './random.ts';
import { planFollowUp, planReport, writeReport, type Plan, type Written } from './report.ts';
import { LANGUAGES, type Language, type Sources } from './sources.ts';

/** An article of the corpus with its label. */
export interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date: string;
  readonly lang: Language;
  /** The report it tells; two articles of one `gold` are copies or translations. */
  readonly gold: number;
}

/** Of the reports, so many have more versions than one; of the others, so many are told by the same actors as one before. */
const RETOLD = 0.3;
const FOLLOW_UPS = 0.25;

/** Versions of a report that is told more than once: up to so many translations and copies. */
const MOST_TRANSLATIONS = 3;
const MOST_COPIES = 2;

/** Names of the day's news per thousand articles. */
const KNOWN_NAMES_PER_THOUSAND = 30;

/** Days that the articles are spread over, from this one on. */
const DAYS = 30;
const FIRST_DAY = Date.UTC(2024, 2, 1);
const DAY = 86_400_000;

/** Of the texts of their own, so many: sentences from the news of a language, put together anew and told by nobody else. */
const LOCAL = 0.3;

/** So many articles of a day's news, one after the other; the same for the same number and seed. Ids tell nothing. */
export function* makeNews(count: number, seed: number, sources: Sources): Generator<Labelled> {
  const random = randomOf(seed);
  const known = Array.from({ length: Math.ceil((KNOWN_NAMES_PER_THOUSAND * Math.max(count, 1_000)) / 1_000) }, () => makeName(random));
  let before: Plan | undefined;
  let made = 0;
  for (let gold = 0; made < count; gold++) {
    const versions = versionsOf(random, sources, known, before);
    before = versions.plan;
    const day = random.below(DAYS);
    for (const { lang, title, sentences } of versions.written) {
      if (made === count) return;
      const date = new Date(FIRST_DAY + (day + random.below(2)) * DAY).toISOString().slice(0, 10);
      yield { id: idOf(made), title, text: inParagraphs(sentences, random), date, lang, gold };
      made++;
    }
  }
}

interface Version extends Written {
  readonly lang: Language;
}

function versionsOf(random: Random, sources: Sources, known: readonly Name[], before: Plan | undefined): { plan: Plan; written: readonly Version[] } {
  const followsUp = before !== undefined && random.chance(FOLLOW_UPS);
  const plan = followsUp ? planFollowUp(before, random, sources, known) : planReport(random, sources, known);
  const lang: Language = random.pick(LANGUAGES);
  if (!followsUp && random.chance(LOCAL)) return { plan, written: [localArticle(plan, lang, random, sources)] };
  const original = { lang, ...writeReport(plan, lang, sources) };
  if (!random.chance(RETOLD)) return { plan, written: [original] };
  const translations = new Set(Array.from({ length: random.below(MOST_TRANSLATIONS + 1) }, () => random.pick(LANGUAGES)));
  translations.delete(lang);
  const copies = Array.from({ length: translations.size === 0 ? 1 : random.below(MOST_COPIES + 1) }, () => edited(original, random));
  return { plan, written: [original, ...[...translations].map((other) => edited({ lang: other, ...writeReport(plan, other, sources) }, random)), ...copies] };
}

/** Sentences of the language's own news in a new order, with the names of the plan. */
function localArticle(plan: Plan, lang: Language, random: Random, sources: Sources): Version {
  const news = sources.news.get(lang) ?? [];
  const { title } = writeReport(plan, lang, sources);
  if (news.length === 0) return { lang, ...writeReport(plan, lang, sources) };
  return { lang, title, sentences: plan.rows.map(() => random.pick(news)) };
}

/** What another desk makes of it: some sentences go, seldom the end; some have a closing line of the site. */
function edited(version: Version, random: Random): Version {
  const kept = version.sentences.filter(() => !random.chance(0.06));
  const end = random.chance(0.2) ? Math.ceil(kept.length * 0.7) : kept.length;
  return { ...version, sentences: kept.slice(0, end) };
}

/** An id for the n-th article, in no order. */
export function idOf(made: number): string {
  return `a${(Math.imul(made + 1, 0x9e3779b1) >>> 0).toString(36)}-${made}`;
}

function inParagraphs(sentences: readonly string[], random: Random): string {
  let text = '';
  for (const sentence of sentences) text += sentence + (random.chance(0.3) ? '\n\n' : ' ');
  return text.trim();
}
