import type { Link } from './group.ts';
import type { Support } from './support.ts';

/** What competes with a pair: documents in one of its two languages that fit the other document too, and are no copies of it. */
export interface Rivalry {
  /** The log-odds of a pair, lowered by its rivals. */
  readonly logOdds: Support;
  /** The strongest rival of a pair, by its place, where rivals lower its log-odds at all. */
  readonly rivalOf: (a: number, b: number) => number | undefined;
}

/** The best and the second best partner of a document in a language, by log-odds. */
interface Partners {
  readonly first: number;
  readonly second: number | undefined;
}

/** A rival with its odds, less the chance that it is a copy of the document it competes with. */
interface Rival {
  readonly place: number;
  readonly odds: number;
}

/** Less than this the odds of a pair are not lowered by: it is no more than the pair's own uncertainty. */
const LEAST_ODDS = 0.05;

/** Whether a pair with some log-odds may lower those of another. */
export function mayCompete(logOdds: number): boolean {
  return logOdds >= Math.log(LEAST_ODDS);
}

/**
 * Two texts of one language that are no copies of each other cannot both be translations of a third: the better one
 * explains the likeness of the other. So the odds of a pair over two languages are shared out with its rivals: odds / (1 + Σ odds of
 * the rivals). What a pair gets alone changes only where a near copy of one of its documents lies beside it. `languages`
 * gives each document's language, `pairs` are the candidates; symmetric, in any order of pairs.
 */
export function findRivals(pairs: Iterable<Pick<Link, 'a' | 'b'>>, languages: readonly string[], logOdds: Support): Rivalry {
  const partners = bestPartners(pairs, languages, logOdds);
  const rivalFor = (of: number, against: number): Rival | undefined => {
    const best = partners.get(partnerKey(of, languages[against] ?? ''));
    const place = best?.first === against ? best.second : best?.first;
    if (place === undefined) return undefined;
    const odds = Math.exp(logOdds(of, place)) / (1 + Math.exp(logOdds(place, against)));
    return odds < LEAST_ODDS ? undefined : { place, odds };
  };
  const rivalsOf = (a: number, b: number): readonly Rival[] =>
    languages[a] === languages[b] ? [] : [rivalFor(a, b), rivalFor(b, a)].filter((rival) => rival !== undefined);
  return {
    logOdds: (a, b) => logOdds(a, b) - Math.log1p(rivalsOf(a, b).reduce((sum, { odds }) => sum + odds, 0)),
    rivalOf: (a, b) => [...rivalsOf(a, b)].sort((x, y) => y.odds - x.odds || x.place - y.place)[0]?.place,
  };
}

function bestPartners(pairs: Iterable<Pick<Link, 'a' | 'b'>>, languages: readonly string[], logOdds: Support): ReadonlyMap<string, Partners> {
  const partners = new Map<string, Partners>();
  const strongest: Link[] = [];
  for (const { a, b } of pairs) {
    const support = languages[a] === languages[b] ? -Infinity : logOdds(a, b);
    if (mayCompete(support)) strongest.push({ a, b, support });
  }
  strongest.sort((x, y) => y.support - x.support || Math.min(x.a, x.b) - Math.min(y.a, y.b) || Math.max(x.a, x.b) - Math.max(y.a, y.b));
  const enter = (of: number, partner: number): void => {
    const key = partnerKey(of, languages[partner] ?? '');
    const known = partners.get(key);
    if (known === undefined) partners.set(key, { first: partner, second: undefined });
    else if (known.second === undefined) partners.set(key, { ...known, second: partner });
  };
  for (const { a, b } of strongest) {
    enter(a, b);
    enter(b, a);
  }
  return partners;
}

function partnerKey(place: number, language: string): string {
  return `${place} ${language}`;
}
