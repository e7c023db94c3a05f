import type { LinkedIds } from '../read/links.ts';
import type { Diagnostic } from '../types.ts';

/** A warning for each id of the links that no document has, in the order of the links. The other links hold. */
export function unknownLinkIds(ids: Pick<ReadonlySet<string>, 'has'>, mustLink: readonly LinkedIds[], cannotLink: readonly LinkedIds[]): Diagnostic[] {
  const warningsOf = (option: string) => ([a, b, origin]: LinkedIds, at: number): Diagnostic[] =>
    [...new Set([a, b])].filter((id) => !ids.has(id)).map((id) => unknownId(id, origin ?? `${option}[${at}]`));
  return [...mustLink.flatMap(warningsOf('mustLink')), ...cannotLink.flatMap(warningsOf('cannotLink'))];
}

function unknownId(id: string, place: string): Diagnostic {
  const message = `${place}: no document has the id "${id}", and an id as documents[].id of \`dedupe --json\` was expected. The other lines hold; mend or remove this one if the article should be here.`;
  return { code: 'unknown-link-id', severity: 'warning', message, document: id };
}
