import { keyName } from '../extract/key-name.ts';
import { weightOf } from '../fingerprint/weight.ts';
import { familyIndex } from '../fingerprint/print.ts';
import type { Background } from '../fingerprint/background.ts';
import { commonest, type Mention, type MentionMap } from '../fingerprint/mentions.ts';
import type { DetailedComparison } from '../compare/comparison.ts';
import { KEY_FAMILIES, type Article, type Evidence, type HintKind, type KeyFamily, type SharedForm } from '../types.ts';

/** Forms shown of each kind: what fits a line or two. */
const MOST_FORMS = 8;

/** A name of several words tells more than its parts do. */
const PHRASE_BONUS = 1.5;

/** What a pair shares, in figures and in the words of both texts. */
export function evidenceOf(a: MentionMap, b: MentionMap, comparison: DetailedComparison, hint?: HintKind): Evidence {
  return {
    likeness: comparison.cosine,
    families: comparison.families,
    alignment: comparison.alignment,
    coverage: { a: comparison.coverageA, b: comparison.coverageB },
    alignedSentences: comparison.pairs.length,
    lengthRatio: comparison.lengthRatio,
    wordSequences: { a: comparison.shinglesInA, b: comparison.shinglesInB },
    ...(hint === undefined ? {} : { hint }),
    names: sharedForms(a, b, 'name', MOST_FORMS),
    quantities: sharedForms(a, b, 'quantity', MOST_FORMS),
  };
}

/**
 * The forms of one family that both texts have a version of, the weightiest first: rare and often named; `atMost` of them. What is
 * part of a form already listed (Shield, of Union Shield) is left out.
 */
export function sharedForms(a: MentionMap, b: MentionMap, family: KeyFamily, atMost = Number.POSITIVE_INFINITY): SharedForm[] {
  const wanted = KEY_FAMILIES.indexOf(family);
  const shared: { readonly form: SharedForm; readonly score: number }[] = [];
  for (const key of a.keys()) {
    if (familyIndex(key) !== wanted) continue;
    const other = b.get(key);
    const mention = other === undefined ? undefined : a.get(key);
    if (other === undefined || mention === undefined) continue;
    const often = Math.min(mention.count, other.count);
    shared.push({ form: { a: mention.form, b: other.form }, score: mention.weight * Math.sqrt(often) * (mention.isPhrase ? PHRASE_BONUS : 1) });
  }
  shared.sort((x, y) => y.score - x.score || (x.form.a < y.form.a ? -1 : 1));
  const kept: SharedForm[] = [];
  const inWords: SharedForm[] = [];
  for (const { form } of shared) {
    if (kept.length >= atMost) break;
    const words = { a: wordsOf(form.a), b: wordsOf(form.b) };
    if (inWords.some((earlier) => earlier.a.includes(words.a) || earlier.b.includes(words.b))) continue;
    kept.push(form);
    inWords.push(words);
  }
  return kept;
}

/** The forms of the weightiest keys of some families that only `a` has. */
export function formsOnlyIn(a: MentionMap, b: MentionMap, families: readonly KeyFamily[]): string[] {
  const wanted = new Set(families.map((family) => KEY_FAMILIES.indexOf(family)));
  const only = [...a.keys()].filter((key) => wanted.has(familyIndex(key)) && !b.has(key)).flatMap((key) => a.get(key) ?? []);
  const shared = families.flatMap((family) => sharedForms(a, b, family).map((form) => wordsOf(form.a)));
  const forms = only.sort((x, y) => y.weight * y.count - x.weight * x.count || (x.form < y.form ? -1 : 1)).map(({ form }) => form);
  return [...new Set(forms)].filter((form) => !shared.some((known) => known.includes(wordsOf(form)))).slice(0, MOST_FORMS);
}

/** The mentions of an article at hand, of words too. */
export function mentionsIn({ document, language, sentences }: Article, background: Background): MentionMap {
  const found = new Map<number, Omit<Mention, 'form' | 'count'> & { readonly forms: Map<string, number> }>();
  for (const { inTitle, keys } of sentences) {
    const source = inTitle ? (document.title ?? '') : document.text;
    for (const key of keys) {
      const { hash } = keyName(key.family, key.text);
      const mention = found.get(hash) ?? { weight: weightOf(key, language.code, background), isPhrase: key.text.startsWith('m:'), forms: new Map<string, number>() };
      const form = source.slice(key.start, key.end).replace(/\s+/gu, ' ');
      mention.forms.set(form, (mention.forms.get(form) ?? 0) + 1);
      found.set(hash, mention);
    }
  }
  return new Map([...found].map(([hash, { forms, ...mention }]) => [hash, { ...mention, ...commonest(forms) }]));
}

/** A form as its words with a space around each: so a form that includes another includes whole words of it. */
function wordsOf(form: string): string {
  return ` ${form.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}
