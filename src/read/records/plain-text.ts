/** Marks of a text that is HTML: a tag that news text has no other use for, with its bracket closed. */
const MARKUP = /<\/?(?:p|br|div|span|h[1-6]|ul|ol|li|a|strong|em|b|i|figure|img|blockquote|table|section|article)(?:\s[^<>]{0,2000})?\/?>/i;
/** A reference such as `&#8217;` or `&amp;`, as titles of feeds have without any tag. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i;

/** A text without its HTML, if it has any: exports keep articles as the page shows them. */
export async function plainText(text: string): Promise<string> {
  if (!MARKUP.test(text) && !REFERENCE.test(text)) return text;
  const { textOfMarkup, withoutReferences } = await import('../markup/text.ts');
  const plain = MARKUP.test(text) ? textOfMarkup(text) : withoutReferences(text);
  // A comment or frame that is never closed swallows all that follows: then the text is kept as it came.
  return plain.trim() === '' ? text : plain;
}

/** The same for a title, which is one line. */
export async function plainTitle(title: string): Promise<string> {
  const plain = await plainText(title);
  return plain === title ? title : plain.replaceAll('\n', ' ').trim();
}
