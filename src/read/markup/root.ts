/** What stands before the first element: marks, declarations and comments. */
const BEFORE = /\s*(?:<\?|<!--|<!doctype)/iy;
/** More than any real file has; what has more is no page. */
const MOST_BEFORE = 100;
const NAME = /\s*<([A-Za-z][\w.-]*(?::[\w.-]+)?)/y;
const SPACE_HTML = /<!doctype\s+html/iy;

/** The name of a text's first element; `html` already by its document type. Undefined where it does not begin with one. */
export function rootElement(head: string): string | undefined {
  let at = 0;
  for (let count = 0; count < MOST_BEFORE; count += 1) {
    BEFORE.lastIndex = at;
    const before = BEFORE.exec(head)?.[0].trimStart().toLowerCase();
    if (before === undefined) break;
    const start = BEFORE.lastIndex - before.length;
    SPACE_HTML.lastIndex = start;
    if (SPACE_HTML.test(head)) return 'html';
    const end = before === '<!--' ? '-->' : before === '<?' ? '?>' : doctypeEnd(head, start);
    const close = head.indexOf(end, BEFORE.lastIndex);
    if (close === -1) return undefined;
    at = close + end.length;
  }
  NAME.lastIndex = at;
  return NAME.exec(head)?.[1];
}

function doctypeEnd(head: string, start: number): string {
  const bracket = head.indexOf('[', start);
  const close = head.indexOf('>', start);
  return bracket !== -1 && bracket < close ? ']>' : '>';
}
