/**
 * Where to cut a text so that at most `limit` characters are kept: after the last line feed, else after the last white
 * space, else between two characters. The first two only in the last tenth, so that no more than that is given up.
 */
export function cutPoint(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const least = Math.floor(limit * 0.9);
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > least) return line;
  const space = text.slice(least, limit).search(/\s\S*$/);
  if (space !== -1) return least + space + 1;
  // Half a surrogate pair is no character.
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}
