import { isFields, own, type Fields } from './fields.ts';

/** The properties of schema.org that tie a work to its translations, both ways round. */
const TRANSLATION_PROPERTIES = ['translationOfWork', 'workTranslation'] as const;
/** More than any work is told to have. */
const MOST_TRANSLATIONS = 100;

/** The addresses or ids of what a work is a translation of, and of its translations (schema.org/translationOfWork). */
export function translationsIn(work: Fields): readonly string[] {
  return TRANSLATION_PROPERTIES.flatMap((name) => {
    const value = own(work, name);
    return (Array.isArray(value) ? value.slice(0, MOST_TRANSLATIONS) : [value]).flatMap(addressesOf);
  });
}

/** A work by its address: as text, or as an object that has one or several. */
export function addressesOf(work: unknown): readonly string[] {
  if (typeof work === 'string') return work.trim() === '' ? [] : [work];
  if (!isFields(work)) return [];
  return ['@id', 'url', 'identifier', 'id'].map((name) => own(work, name)).filter((value): value is string => typeof value === 'string' && value !== '');
}
