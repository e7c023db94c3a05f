import type { Labelled } from './corpora.ts';
import { chance, otherDigits, sentencesOf } from './noise.ts';
import { isKept, pick, withNoise, type OtherReport } from './pools.ts';

/** What may be filled in anew: a number, or a word of a script with spaces. */
const FILLED = /\p{Nd}[\p{Nd}.,]*\p{Nd}|\p{Nd}|\p{L}[\p{L}\p{M}\p{Nd}]*/gu;

/** How much of a form is filled anew, in shares. */
export interface Filling {
  /** Of the figures and of the names at least. */
  readonly leastFigures: number;
  readonly leastNames: number;
  /** Where less of all words is, a later version of the same report may have done it. */
  readonly leastFilled: number;
  /** Of the sentences at most so many are left out, and as many put in from the other text. */
  readonly mostChanged: number;
}

const OF_ARTICLES: Filling = { leastFigures: 0.5, leastNames: 0.2, leastFilled: 0.06, mostChanged: 0.3 };

/** Words that recur, of which some are the subject: another appliance, another club. */
const MOST_SUBJECTS = 8;
const SHORTEST_SUBJECT = 5;

/**
 * Other reports in a document's form and language: other figures, other names and another subject wherever they stood, in the
 * words of some other text. Market reports, match reports, weather, obituaries and service pages are written so; the sets have
 * nearly none of them. Across languages they are not learned from: what differs there may be what no table translates, and
 * true pairs were judged worse for it.
 */
export function formsOf(documents: readonly Labelled[], share: number): OtherReport[] {
  return documents.flatMap((document, at) => {
    if (!isKept(document, document, share)) return [];
    const source = pick(documents, `filled by ${at}`, (other) => other.gold !== document.gold && other.topic !== document.topic && other.language === document.language);
    const other = source === undefined ? undefined : filledAnew(document, source, OF_ARTICLES);
    return other?.article.language.code === document.article.language.code ? [{ document, other }] : [];
  });
}

/** The form of a document filled from another; undefined where too little can be, as in scripts without capitals. */
export function filledAnew(document: Labelled, source: Labelled, filling: Filling): Labelled | undefined {
  const seed = `${document.article.document.id} ${source.article.document.id}`;
  const { text, title } = document.article.document;
  const fillings = fillingsOf(text, source.article.document.text, seed, filling);
  const words = text.match(FILLED) ?? [];
  if (words.filter((word) => fillings.has(word)).length < filling.leastFilled * words.length) return undefined;
  const fill = (part: string): string => part.replace(FILLED, (word) => fillings.get(word) ?? word);
  const filled = { ...document.article.document, text, ...(title === undefined ? {} : { title: fill(title) }) };
  return withNoise({ ...document, article: { ...document.article, document: filled } }, () => mixed(fill(text), source.article.document.text, seed, filling), []);
}

/** What stands in the place of each figure, name and word that is changed. */
function fillingsOf(text: string, source: string, seed: string, { leastFigures, leastNames }: Filling): ReadonlyMap<string, string> {
  const fillings = new Map<string, string>();
  const [own, others] = [wordsOf(text), wordsOf(source)];
  const figureShare = leastFigures + (1 - leastFigures) * chance(`${seed} figures`);
  const nameShare = leastNames + (1 - leastNames) * chance(`${seed} names`);
  for (const figure of own.figures) if (chance(`${seed} ${figure}`) < figureShare) fillings.set(figure, otherDigits(figure, seed));
  for (const name of own.names) {
    const other = others.names[Math.floor(chance(`${seed} for ${name}`) * others.names.length)];
    if (other !== undefined && chance(`${seed} ${name}`) < nameShare) fillings.set(name, other);
  }
  const subjects = Math.floor((1 + MOST_SUBJECTS) * chance(`${seed} subjects`));
  for (const [at, subject] of own.recurring.slice(0, subjects).entries()) {
    const other = others.recurring[at];
    if (other !== undefined && chance(`${seed} ${subject}`) < 0.5) fillings.set(subject, other);
  }
  return fillings;
}

interface Words {
  readonly figures: readonly string[];
  /** Words with a capital that is not the first of a sentence's. */
  readonly names: readonly string[];
  /** Longer words that stand there twice and more, those that fill most of the text first. */
  readonly recurring: readonly string[];
}

function wordsOf(text: string): Words {
  const [figures, names, counts] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  for (const sentence of sentencesOf(text)) {
    for (const [at, word] of (sentence.match(FILLED) ?? []).entries()) {
      if (/^\p{Nd}/u.test(word)) figures.add(word);
      else if (at > 0 && word.length > 2 && /^\p{Lu}/u.test(word)) names.add(word);
      else if (word.length >= SHORTEST_SUBJECT) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const letters = ([word, count]: readonly [string, number]): number => word.length * count;
  const recurring = [...counts].filter(([, count]) => count >= 2).sort((x, y) => letters(y) - letters(x) || (x[0] < y[0] ? -1 : 1));
  return { figures: [...figures], names: [...names], recurring: recurring.map(([word]) => word) };
}

/** A text with some sentences left out and some of another put in. */
function mixed(text: string, source: string, seed: string, { mostChanged }: Filling): string {
  const [left, put] = [mostChanged * chance(`${seed} left out`), mostChanged * chance(`${seed} put in`)];
  const others = sentencesOf(source);
  return sentencesOf(text)
    .flatMap((sentence, at) => {
      const kept = chance(`${seed} keep ${at}`) < left ? [] : [sentence];
      const other = others[Math.floor(chance(`${seed} other ${at}`) * others.length)];
      return chance(`${seed} put ${at}`) < put && other !== undefined ? [...kept, other] : kept;
    })
    .join('\n');
}
