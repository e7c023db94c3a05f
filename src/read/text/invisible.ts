/**
 * Characters that nobody sees and that would part a name for every comparison: the soft hyphen, which pages are full of, the
 * zero-width space and its kin, and the controls of writing direction. Not the joiners: Persian and Indic words need them.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** A text without invisible characters, and how many they were. */
export function withoutInvisible(text: string): { readonly text: string; readonly count: number } {
  const visible = text.replace(INVISIBLE, '');
  return { text: visible, count: text.length - visible.length };
}
