import { hashText } from '../../src/extract/shingles.ts';
import { splitSentences } from '../../src/extract/sentences.ts';

/** What happens to an article on its way: each takes a text to a damaged one, the same every time. */
export type Noise = (text: string, seed: string, others: readonly string[]) => string;

/** A number in [0, 1) made of a seed: the noise must be the same in every run. */
export function chance(seed: string): number {
  return hashText(seed) / 2 ** 32;
}

/** The sentences of a text, in order. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** A word of another text, to put in place of one of this. */
function someWord(seed: string, others: readonly string[]): string {
  const text = others[Math.floor(chance(seed) * others.length)] ?? 'news';
  const words = text.slice(0, 2_000).split(/\s+/u);
  return words[Math.floor(chance(`${seed}w`) * words.length)] ?? 'news';
}

/** About as long as a headline: the first words of a text. */
function headlineOf(text: string): string {
  return text.trim().split(/\s+/u).slice(0, 12).join(' ').slice(0, 100);
}

const firstPart = (share: number): Noise => (text) => {
  const sentences = sentencesOf(text);
  return sentences.slice(0, Math.max(1, Math.ceil(share * sentences.length))).join('\n');
};

const withoutSentences = (share: number): Noise => (text, seed) => {
  const kept = sentencesOf(text).filter((_, at) => chance(`${seed} drop ${at}`) >= share);
  return kept.length === 0 ? text : kept.join('\n');
};

/** Furniture in the words of sites the phrase table may not know: what slips through cleaning. */
const SITE_LINES = ['Comments (12)', 'Accept all', 'Newsletter', '+++ Live +++', 'Foto: Archiv', 'Leggi tutto', 'Share', 'Video', 'Tags: News'];

const withFurniture: Noise = (text, seed, others) => {
  const headlines = [0, 1, 2].map((at) => headlineOf(others[Math.floor(chance(`${seed} other ${at}`) * others.length)] ?? ''));
  const lines = [0, 1, 2].map((at) => SITE_LINES[Math.floor(chance(`${seed} line ${at}`) * SITE_LINES.length)] ?? '');
  const sentences = sentencesOf(text);
  const middle = Math.floor(sentences.length / 2);
  return [lines[0], ...sentences.slice(0, middle), headlines[0], ...sentences.slice(middle), lines[1], headlines[1], headlines[2], lines[2]].join('\n');
};

/** Every n-th word replaced, as an agency's desk does. */
const reworded = (share: number): Noise => (text, seed, others) =>
  text
    .split(/(\s+)/u)
    .map((part, at) => (/\S/u.test(part) && chance(`${seed} word ${at}`) < share ? someWord(`${seed} new ${at}`, others) : part))
    .join('');

/** A number of Latin digits, or a word that is written with a capital. */
const FIGURE_OR_NAME = /\p{Nd}[\p{Nd}.,]*\p{Nd}|\p{Nd}|(?<!\p{L})\p{Lu}[\p{L}\p{M}]{2,}/gu;

/** One figure put right and one name, wherever they stand, as in a later version of a report. */
const corrected: Noise = (text, seed) => {
  const found = [...new Set(text.match(FIGURE_OR_NAME))];
  const figures = found.filter((part) => /^\p{Nd}/u.test(part));
  const names = found.filter((part) => !/^\p{Nd}/u.test(part));
  const some = (list: readonly string[], which: string): string | undefined => list[Math.floor(chance(`${seed} ${which}`) * list.length)];
  const [figure, name, right] = [some(figures, 'figure'), some(names, 'name'), some(names, 'right name')];
  return text.replace(FIGURE_OR_NAME, (part) => (part === figure ? otherDigits(part, seed) : part === name ? (right ?? part) : part));
};

/** A number of the same length with other digits. */
export function otherDigits(number: string, seed: string): string {
  return number.replace(/\d/gu, (digit, at: number) => String(1 + ((Number(digit) + Math.floor(8 * chance(`${seed} digit ${at}`))) % 9)));
}

const excerpt = (share: number): Noise => (text, seed) => {
  const sentences = sentencesOf(text);
  const length = Math.max(1, Math.round(share * sentences.length));
  const start = Math.floor(chance(`${seed} start`) * (sentences.length - length + 1));
  return sentences.slice(start, start + length).join('\n');
};

const chained = (...steps: readonly Noise[]): Noise => (text, seed, others) => steps.reduce((result, step) => step(result, seed, others), text);

/** The damages a report is found through in another language. */
export const NOISE_ACROSS: Readonly<Record<string, Noise>> = {
  'first half': firstPart(0.5),
  'a third of the sentences dropped': withoutSentences(1 / 3),
  furniture: withFurniture,
  'dropped and furniture': chained(withoutSentences(0.25), withFurniture),
};

/** The ways in which one text comes twice in one language. */
export const NOISE_WITHIN: Readonly<Record<string, Noise>> = {
  copy: (text) => text,
  'a tenth reworded': reworded(0.1),
  'a quarter reworded': reworded(0.25),
  corrected,
  'excerpt of a third': excerpt(1 / 3),
  'first half': firstPart(0.5),
  furniture: withFurniture,
  'reworded excerpt': chained(reworded(0.1), excerpt(1 / 3)),
};
