/**
 * The candidates most like a word, the nearest first: those it is part of, then by edit distance.
 * Only what could be a slip of the hand is returned, at most `limit`.
 */
export function nearest(word: string, candidates: Iterable<string>, limit: number): readonly string[] {
  const sought = word.toLowerCase();
  const slips = Math.max(2, Math.floor(word.length * SLIP_SHARE));
  const ranked: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const contained = sought !== '' && name.includes(sought);
    const distance = contained ? 0 : editDistance(sought, name);
    if (distance <= slips) ranked.push({ candidate, distance });
  }
  // The sort is stable: among equals the order of the candidates stands.
  return ranked
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Two letters in five: what is further off is another word, and to suggest it would only confuse. */
const SLIP_SHARE = 0.4;

/** Levenshtein (1966): the fewest insertions, deletions and substitutions of code units that make one of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** An advice that names the likely meaning, or the given one where nothing is near. */
export function didYouMean(suggestions: readonly string[], otherwise: string): string {
  if (suggestions.length === 0) return otherwise;
  const quoted = suggestions.map((suggestion) => `"${suggestion}"`);
  return `Did you mean ${quoted.length === 1 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`}?`;
}
