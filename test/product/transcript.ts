/** A fenced block of a page. */
export interface Block {
  /** The whole of it, fences included. */
  readonly source: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** The fenced blocks of a page, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([source, language = '', content = '']) => ({ source, language, lines: content.trimEnd().split('\n') }));
}

/** The commands of a block; each is a line that starts with `$ `. */
export function commandsIn({ lines }: Block): string[] {
  return lines.flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
}

/** `dedupe` and `npx dedupe` as a user of the repository has them. npx itself would only cost a second each. */
export const SHELL = 'dedupe() { "$DEDUPE" "$@"; }; npx() { "$@"; };';
