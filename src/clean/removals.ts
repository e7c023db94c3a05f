import type { Removal } from '../types.ts';

/** The text with every removed stretch blank: spaces for characters, line breaks kept, the length the same. */
export function blank(text: string, removals: readonly Removal[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of removals) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, ' '));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Removals sorted and disjoint: of two that overlap the one that begins first (of these the longer) keeps the place. */
export function disjoint(removals: readonly Removal[]): Removal[] {
  const kept: Removal[] = [];
  let end = 0;
  for (const removal of [...removals].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(removal.start, end);
    if (start >= removal.end) continue;
    kept.push({ ...removal, start });
    end = removal.end;
  }
  return kept;
}

/** How many letters a text has. */
export function letters(text: string): number {
  return text.replace(/[^\p{L}]+/gu, '').length;
}
