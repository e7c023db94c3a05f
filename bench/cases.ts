import { makeName } from './cast.ts';
import { idOf, makeNews, type Labelled } from './news.ts';
import { randomOf } from './random.ts';
import { planReport, writeReport, type Written } from './report.ts';
import type { Language, Sources } from './sources.ts';

/** Kinds of corpus: a day's news, and what bad luck does. */
export const CASES = ['news', 'copies', 'boilerplate', 'same-names', 'huge', 'tiny', 'files'] as const;
export type Case = (typeof CASES)[number];

/** So many articles of a kind, the same for the same number and seed. */
export function makeCase(kind: Case, count: number, seed: number, sources: Sources): Iterable<Labelled> {
  if (kind === 'news') return makeNews(count, seed, sources);
  return makeUnlucky(kind, count, seed, sources);
}

function* makeUnlucky(kind: Exclude<Case, 'news'>, count: number, seed: number, sources: Sources): Generator<Labelled> {
  const random = randomOf(seed);
  const known = Array.from({ length: 1_000 }, () => makeName(random));
  const first = planReport(random, sources, known);
  const shared = writeReport(first, LANGUAGE, sources);
  for (let made = 0; made < count; made++) {
    const plan = planReport(random, sources, known);
    const own = writeReport(kind === 'same-names' ? { ...plan, cast: first.cast } : plan, LANGUAGE, sources);
    const [text, gold] = TEXTS[kind](own, shared, made);
    yield { id: idOf(made), title: kind === 'tiny' ? '' : kind === 'copies' ? shared.title : own.title, text, date: '2024-03-01', lang: LANGUAGE, gold };
  }
}

const LANGUAGE: Language = 'en';

/** Characters of the one huge article. */
const HUGE = 50_000_000;

/** The text of each kind, and the report it is of: of its own, or the one all share. */
const TEXTS: Readonly<Record<Exclude<Case, 'news'>, (own: Written, shared: Written, made: number) => [string, number]>> = {
  // A wire report that everybody printed as it came.
  copies: (_, shared) => [shared.sentences.join(' '), 0],
  // Every article closes with the same paragraph.
  boilerplate: (own, shared, made) => [`${own.sentences.join(' ')}\n\n${shared.sentences.slice(0, 6).join(' ')}`, made],
  // A war: the same persons and places in every article.
  'same-names': (own, _, made) => [own.sentences.join(' '), made],
  // One article of 50 MB among ordinary ones.
  huge: (own, _, made) => [made === 0 ? own.sentences.join(' ').repeat(Math.ceil(HUGE / own.sentences.join(' ').length)) : own.sentences.join(' '), made],
  // A folder of small files.
  files: (own, _, made) => [own.sentences.slice(0, 4).join(' '), made],
  // One character each.
  tiny: (_own, _shared, made) => ['abcdefghij'.charAt(made % 10), made],
};
