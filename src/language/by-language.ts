import { languageAtAGlance } from './glance.ts';
import type { Document } from '../types.ts';

/** Documents in another order: those in one language, as far as a glance at their letters tells, follow one another. What is done with their words finds these in the caches of a core. */
export function byLanguage<D extends Pick<Document, 'text'>>(documents: readonly D[]): D[] {
  const groups = new Map<string, D[]>();
  for (const document of documents) {
    const language = languageAtAGlance(document.text);
    const group = groups.get(language);
    if (group === undefined) groups.set(language, [document]);
    else group.push(document);
  }
  return [...groups.values()].flat();
}
