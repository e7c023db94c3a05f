import { Tokenizer } from 'htmlparser2';
import { BLOCKS, SKIPPED, VOID } from './tags.ts';

/**
 * The text of HTML or of XML: a line for each block, white space as one blank, references decoded, without what is no text
 * of an article. It looks at tags one by one and builds no tree: time and memory are those of the length, whatever the nesting.
 */
export function textOfMarkup(markup: string, isXml = false): string {
  const lines = new Lines();
  const skipped = { name: '', depth: 0 };
  const opened = (name: string): void => {
    if (skipped.depth > 0) skipped.depth += Number(name === skipped.name);
    else if (SKIPPED.has(name)) Object.assign(skipped, { name, depth: 1 });
    if (BLOCKS.has(name)) lines.end();
  };
  const closed = (name: string): void => {
    if (skipped.depth > 0 && name === skipped.name) skipped.depth -= 1;
    if (BLOCKS.has(name)) lines.end();
  };
  tokens(markup, isXml, { opened, closed, text: (text) => skipped.depth === 0 && lines.add(text) });
  return lines.joined();
}

/** The text with references such as `&#8217;` decoded, and else as it is. */
export function withoutReferences(text: string): string {
  const pieces: string[] = [];
  tokens(text.replaceAll('<', '&lt;'), false, { opened: () => undefined, closed: () => undefined, text: (piece) => pieces.push(piece) });
  return pieces.join('');
}

/** What a tag or a stretch of text calls. Names are in lower case and without the prefix of their namespace. */
interface Listener {
  readonly opened: (name: string) => void;
  readonly closed: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Goes through the tags of a text in order; an element without content is closed at once. */
function tokens(markup: string, isXml: boolean, listener: Listener): void {
  let open = '';
  const nameAt = (start: number, end: number): string => markup.slice(start, end).toLowerCase().replace(/^[\w.-]+:/, '');
  const slice = (start: number, end: number): void => listener.text(markup.slice(start, end));
  const ignored = (): void => undefined;
  const tokenizer = new Tokenizer({ xmlMode: isXml, decodeEntities: true }, {
    onattribdata: ignored, onattribentity: ignored, onattribend: ignored, onattribname: ignored,
    oncomment: ignored, ondeclaration: ignored, onprocessinginstruction: ignored, onend: ignored,
    oncdata: (start, end, offset) => slice(start, end - offset),
    ontext: slice,
    ontextentity: (codePoint) => listener.text(String.fromCodePoint(codePoint)),
    onopentagname: (start, end) => {
      open = nameAt(start, end);
      listener.opened(open);
    },
    onopentagend: () => {
      if (!isXml && VOID.has(open)) listener.closed(open);
    },
    onselfclosingtag: () => listener.closed(open),
    onclosetag: (start, end) => listener.closed(nameAt(start, end)),
  });
  tokenizer.write(markup);
  tokenizer.end();
}

/** Collects text by lines. */
class Lines {
  private readonly lines: string[] = [];
  private pieces: string[] = [];

  add(text: string): void {
    this.pieces.push(text);
  }

  end(): void {
    if (this.pieces.length === 0) return;
    const line = this.pieces.join('').replace(/[\s\u00a0]+/g, ' ').trim();
    if (line !== '') this.lines.push(line);
    this.pieces = [];
  }

  joined(): string {
    this.end();
    return this.lines.join('\n');
  }
}
