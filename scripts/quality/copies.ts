import { estimatesOf, Resamples, type Estimate, type Outcome } from './bootstrap.ts';
import type { CrossValidatedJudge } from './judge.ts';
import { outcome } from './outcomes.ts';
import { atLeast, atMost, shown, type Section } from './section.ts';
import type { Workbench } from './workbench.ts';
import { twinsOf, type Twins } from '../training/pools.ts';
import { compare } from '../../src/compare/compare.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { packed } from '../../src/fingerprint/packed-print.ts';
import { DEFAULT_THRESHOLDS, judge as judgeComparison } from '../../src/judge/judge.ts';
import type { Relation } from '../../src/types.ts';

/** Kinds of `scripts/training/noise.ts`, by what the page calls them. */
const KINDS = { copy: 'exact copy', 'a tenth reworded': 'a tenth of the words changed', 'excerpt of a third': 'excerpt of a third' } as const;

/** Of four thousand documents a quarter tells the shares to within half a per cent. */
const SHARE = 0.25;

interface Judged {
  readonly twins: Twins;
  readonly relation: Relation;
}

function relationOf({ document, twin }: Twins, bench: Workbench, judge: CrossValidatedJudge): Relation {
  const [x, y] = [packed(fingerprint(document.article, bench.figures.background)), packed(fingerprint(twin.article, bench.figures.background))];
  return judgeComparison(compare(x, y, bench.figures.sentences), judge.modelFor(document, twin), DEFAULT_THRESHOLDS.report).relation;
}

function shareOf(judged: readonly Judged[], relations: readonly Relation[], resamples: Resamples): Estimate {
  const outcomes = judged.map(({ twins: { document, twin }, relation }): Outcome => outcome(relations.includes(relation) ? 'right' : 'missed', document, twin));
  return estimatesOf(outcomes, resamples).recall;
}

/** The same text twice in one language. */
export function copiesSection(bench: Workbench, count: number): Section {
  bench.say('copies');
  const documents = (['ntrex', 'newstest', 'meantime', 'ecbplus'] as const).flatMap((name) => bench.texts.pool(name));
  const judged = twinsOf(documents, SHARE, Object.keys(KINDS)).map((twins): Judged => ({ twins, relation: relationOf(twins, bench, bench.judge()) }));
  const resamples = new Resamples(judged.map(({ twins }) => twins.document.gold), count);
  const kinds = Object.entries(KINDS).map(([kind, name]) => {
    const ofKind = judged.filter(({ twins }) => twins.kind === kind);
    const translations = ofKind.filter(({ relation }) => relation === 'translation').length;
    return { name, pairs: ofKind.length, found: shareOf(ofKind, ['copy', 'translation'], resamples), copies: shareOf(ofKind, ['copy'], resamples), translations };
  });
  return {
    title: 'The same text twice in one language',
    method:
      `A quarter of the documents of NTREX, WMT news tests, MEANTIME and ECB+ (all 27 languages, texts over 300 characters), each against a copy of itself: the same text; ` +
      'each word replaced with probability 0.1 by a word of any other article, in whatever language; a third of the sentences in a row. Language and furniture of the copy are found anew.',
    tables: [
      {
        columns: ['copy', 'pairs', 'found as one report', 'called `copy`', 'called `translation`'],
        rows: kinds.map(({ name, pairs, found, copies, translations }) => [name, String(pairs), shown(found), shown(copies), String(translations)]),
      },
    ],
    goals: kinds.flatMap(({ name, copies, translations }) => [
      atLeast(`${name}: called \`copy\``, 1, copies),
      atMost(`${name}: called \`translation\``, 0, translations, 0),
    ]),
  };
}
