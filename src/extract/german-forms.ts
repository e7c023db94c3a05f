import type { Form } from './tables.ts';

/** Prefixes that take the `ge-` of a participle after them: auf-ge-baut. The longer stand before those that they begin with. */
const SEPARABLE =
  /^(?:zurück|zusammen|zu|herab|heraus|herbei|hervor|her|hinaus|hinzu|hin|voraus|voran|vor|ab|an|auf|aus|bei|dar|ein|fest|fort|heim|los|mit|nach|nieder|statt|teil|um|weg|weiter)(?=.{4})/u;

/** Prefixes and endings of verbs whose participle has no `ge-`: besuch-t, zerstör-t, demonstrier-t. */
const WITHOUT_GE = /^(?:be|ent|emp|er|ge|miss|ver|zer|über|unter|wider|hinter)(?=.{3})|ieren$/u;

/** An infinitive, as the tables have it: nouns begin with a capital. */
const INFINITIVE = /^[a-zäöüß]{2,}(?:en|ln|rn)$/u;

/**
 * Further forms of German words, which the stemmer leaves apart from those of the tables. Of verbs the regular past and participle
 * (besucht, gebaut, aufgebaut; of a strong verb these are words that nobody writes), and the endings that it takes for others or
 * does not know: Problem-e, modern-e, Insel-n, Auto-s.
 */
export function germanForms(forms: readonly Form[]): Form[] {
  return forms.flatMap(({ id, text }) => derived(text).map((form) => ({ id, text: form })));
}

function derived(text: string): readonly string[] {
  const withE = /(?:em|ern)$/u.test(text) ? [`${text}e`] : [];
  if (INFINITIVE.test(text)) return [...weakForms(text), ...withE];
  if (withE.length > 0) return withE;
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(text)) return [];
  if (/e[lr]$/u.test(text)) return [`${text}n`];
  return /[aiouy]$/u.test(text) ? [`${text}s`] : [];
}

function weakForms(infinitive: string): string[] {
  const prefix = SEPARABLE.exec(infinitive)?.[0] ?? '';
  const verb = infinitive.slice(prefix.length);
  const stem = verb.replace(/(?:e(?!.)|en|(?<=[lr])n)$/u, '');
  const past = /[dt]$|(?:[^aeiouäöülrh]|ch)[mn]$/u.test(stem) ? `${stem}et` : `${stem}t`;
  const participle = WITHOUT_GE.test(verb) ? past : `ge${past}`;
  return [...new Set([...(prefix === '' ? [past] : []), `${prefix}${participle}`])];
}
