import { weightOf } from '../fingerprint/weight.ts';
import type { Background } from '../fingerprint/background.ts';
import type { DetailedComparison } from '../compare/comparison.ts';
import type { Article, Evidence, HintKind, Key, KeyFamily, SharedForm } from '../types.ts';

/** Forms shown of each kind: what fits a line or two. */
const MOST_FORMS = 8;

/** What a pair shares, in figures and in the words of both texts. */
export function evidenceOf(a: Article, b: Article, comparison: DetailedComparison, background: Background, hint?: HintKind): Evidence {
  return {
    likeness: comparison.cosine,
    families: comparison.families,
    alignment: comparison.alignment,
    coverage: { a: comparison.coverageA, b: comparison.coverageB },
    alignedSentences: comparison.pairs.length,
    lengthRatio: comparison.lengthRatio,
    wordSequences: { a: comparison.shinglesInA, b: comparison.shinglesInB },
    ...(hint === undefined ? {} : { hint }),
    names: sharedForms(a, b, 'name', background).slice(0, MOST_FORMS),
    quantities: sharedForms(a, b, 'quantity', background).slice(0, MOST_FORMS),
  };
}

interface Mention {
  readonly weight: number;
  readonly forms: Map<string, number>;
}

/**
 * The forms of one family that both texts have a version of, the weightiest first: rare and often named. What is part of a
 * form already listed (Shield, of Union Shield) is left out.
 */
export function sharedForms(a: Article, b: Article, family: KeyFamily, background: Background): SharedForm[] {
  const [inA, inB] = [mentions(a, family, background), mentions(b, family, background)];
  const shared = [...inA].flatMap(([text, mention]) => {
    const other = inB.get(text);
    if (other === undefined) return [];
    const often = Math.min(countOf(mention), countOf(other));
    const form = { a: commonest(mention), b: commonest(other) };
    return [{ text, form, score: mention.weight * Math.sqrt(often) * (text.startsWith('m:') ? 1.5 : 1) }];
  });
  shared.sort((x, y) => y.score - x.score || (x.text < y.text ? -1 : 1));
  const kept: SharedForm[] = [];
  for (const { form } of shared) {
    if (!kept.some((earlier) => includesWord(earlier.a, form.a) || includesWord(earlier.b, form.b))) kept.push(form);
  }
  return kept;
}

/** The forms of a family's weightiest keys that only `a` has. */
export function formsOnlyIn(a: Article, b: Article, families: readonly KeyFamily[], background: Background): string[] {
  const only = families.flatMap((family) => {
    const inB = mentions(b, family, background);
    return [...mentions(a, family, background)].filter(([text]) => !inB.has(text)).map(([, mention]) => mention);
  });
  const shared = families.flatMap((family) => sharedForms(a, b, family, background).map((form) => form.a));
  const forms = only.sort((x, y) => y.weight * countOf(y) - x.weight * countOf(x) || (commonest(x) < commonest(y) ? -1 : 1)).map(commonest);
  return [...new Set(forms)].filter((form) => !shared.some((known) => includesWord(known, form))).slice(0, MOST_FORMS);
}

function mentions(article: Article, family: KeyFamily, background: Background): Map<string, Mention> {
  const found = new Map<string, Mention>();
  for (const sentence of article.sentences) {
    const source = sentence.inTitle ? (article.document.title ?? '') : article.document.text;
    for (const key of sentence.keys) if (key.family === family) addMention(found, key, source, article.language.code, background);
  }
  return found;
}

function addMention(found: Map<string, Mention>, key: Key, source: string, language: string, background: Background): void {
  const mention = found.get(key.text) ?? { weight: weightOf(key, language, background), forms: new Map<string, number>() };
  const form = source.slice(key.start, key.end).replace(/\s+/gu, ' ');
  mention.forms.set(form, (mention.forms.get(form) ?? 0) + 1);
  found.set(key.text, mention);
}

function countOf({ forms }: Mention): number {
  return [...forms.values()].reduce((sum, count) => sum + count, 0);
}

/** The form used most, the first of several. */
function commonest({ forms }: Mention): string {
  let best = '';
  for (const [form, count] of forms) if (count > (forms.get(best) ?? 0)) best = form;
  return best;
}

function includesWord(text: string, word: string): boolean {
  const inWords = (form: string): string => ` ${form.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return inWords(text).includes(inWords(word));
}
