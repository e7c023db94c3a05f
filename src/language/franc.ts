import { data } from 'franc/data.js';
import { expressions } from 'franc/expressions.js';
import { shareOfScript } from './script.ts';
import { modelOf, trigramDistances, type TrigramModel } from './trigrams.ts';
import type { LanguageRow } from './table.ts';
import type { LanguageGuess } from '../types.ts';

/** What franc judges well is enough: its trigrams are what detection takes longest over. */
const SAMPLE = 800;

/** franc says nothing of fewer characters. */
const SHORTEST = 10;

/** From this share of the characters on, no other script can have more. */
const MAJORITY = 0.6;

/** franc's names for the scripts of which it tells several languages apart, by ISO 15924. */
const FRANC_SCRIPTS: Readonly<Record<string, string>> = {
  Latn: 'Latin', Cyrl: 'Cyrillic', Arab: 'Arabic', Deva: 'Devanagari', Mymr: 'Myanmar', Ethi: 'Ethiopic', Hebr: 'Hebrew',
};

/**
 * franc's best among the given languages (all of one script), or undefined where it will not say.
 *
 * The answers are those of `franc` 6 with `only`, from its models and by its measure; its own function counts the letters of
 * all scripts by regular expressions and sorts the trigrams, which takes ten times as long.
 */
export function francAll(text: string, among: readonly LanguageRow[]): LanguageGuess | undefined {
  const sample = text.slice(0, SAMPLE);
  const script = sample.length < SHORTEST ? undefined : scriptIn(sample, among[0]?.script ?? '');
  if (script === undefined) return undefined;
  const panel = panelOf(script, among);
  if (panel === undefined) {
    const only = among.find((row) => row.iso3 === script);
    return only === undefined ? undefined : { code: only.code, confidence: 0.95 };
  }
  return closest(panel, trigramDistances(sample, panel.model), sample.length);
}

/** Languages that are told apart. */
interface Panel {
  readonly rivals: readonly LanguageRow[];
  readonly model: TrigramModel;
  /** franc's own order of all languages of the script. */
  readonly order: readonly string[];
}

const panels = new Map<string, Panel>();

/** The panel of those languages that franc has models of; made once. Undefined where it has none of the script. */
function panelOf(script: string, among: readonly LanguageRow[]): Panel | undefined {
  const models = data[script];
  if (models === undefined) return undefined;
  const name = among.reduce((codes, { code }) => `${codes} ${code}`, script);
  const known = panels.get(name);
  if (known !== undefined) return known;
  const rivals = among.filter((row) => Object.hasOwn(models, row.iso3));
  const made = { rivals, model: modelOf(rivals.map(({ iso3 }) => models[iso3] ?? '')), order: Object.keys(models) };
  panels.set(name, made);
  return made;
}

/** The language nearest by franc's measure, and how far the next is behind; of equals the first in franc's own order. */
function closest({ rivals, order }: Panel, distances: readonly number[], characters: number): LanguageGuess | undefined {
  const ranked = rivals
    .map((row, at) => ({ row, distance: distances[at] ?? 0 }))
    .sort((x, y) => x.distance - y.distance || order.indexOf(x.row.iso3) - order.indexOf(y.row.iso3));
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  const range = characters * MOST_DIFFERENCE - best.distance;
  const likeness = (distance: number): number => 1 - (distance - best.distance) / range || 0;
  const runnerUp = second === undefined ? 0 : likeness(second.distance);
  return { code: best.row.code, confidence: Math.min(0.95, 0.5 + 5 * (likeness(best.distance) - runnerUp)) };
}

/** What franc counts for a trigram that is not among a language's 300 commonest. */
const MOST_DIFFERENCE = 300;

/** franc's name of the script that most characters are in: the expected one where it clearly is, else by franc's own expressions. */
function scriptIn(sample: string, expected: string): string | undefined {
  if (expected in FRANC_SCRIPTS && shareOfScript(sample, expected) >= MAJORITY) return FRANC_SCRIPTS[expected];
  let [best, most]: [string | undefined, number] = [undefined, 0];
  for (const [script, expression] of Object.entries(expressions)) {
    const count = sample.match(expression)?.length ?? 0;
    if (count > most) [best, most] = [script, count];
  }
  return best;
}
