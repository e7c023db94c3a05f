/** Elements that stand by themselves in a page: text before and after them is apart. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'br', 'button', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt',
  'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'li', 'main', 'nav', 'ol', 'option', 'p',
  'pre', 'section', 'select', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'ul',
  // NITF and NewsML, as agencies send them.
  'block', 'hl1', 'hl2', 'hedline', 'note', 'body.head', 'body.content', 'body.end', 'headline', 'inlinexml', 'paragraph', 'para',
]);

/** Elements whose content is no text of the article; a picture's caption is another's, in another language of the page too. */
export const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'audio', 'video', 'canvas', 'head', 'figcaption', 'select', 'button', 'textarea', 'media']);

/** Elements without content (HTML Living Standard, void elements). */
export const VOID: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
