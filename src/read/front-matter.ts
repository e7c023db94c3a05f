import type { Document } from '../types.ts';

/** What a Markdown file says of itself before its text. */
export interface FrontMatter {
  readonly fields: Partial<Pick<Document, 'id' | 'title' | 'date' | 'url' | 'language'>>;
  /** The text after it. */
  readonly rest: string;
}

/**
 * Front matter between two lines of `---`, read as plain text and never run: only simple scalars of YAML 1.2 at the top
 * level, of the five fields known here. Lines end in LF. A text that merely starts with a rule keeps it.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, LONGEST));
  const lines = match?.[1]?.split('\n') ?? [];
  if (match === null || !lines.every((line) => YAML_LINE.test(line))) return { fields: {}, rest: text };
  const fields = lines.flatMap((line, index) => fieldOf(line, lines[index + 1] ?? ''));
  return { fields: Object.fromEntries(fields), rest: text.slice(match[0].length) };
}

function fieldOf(line: string, next: string): readonly (readonly [string, string])[] {
  const match = FIELD.exec(line);
  // A value that goes on in the next line is no simple scalar.
  if (match === null || /^[ \t]+\S/.test(next)) return [];
  const value = scalar(match[2] ?? '');
  return value === undefined || value.trim() === '' ? [] : [[match[1] ?? '', value]];
}

/** The value of a scalar in one line; undefined for null, lists, maps, blocks, anchors and tags. */
function scalar(source: string): string | undefined {
  const double = /^("(?:[^"\\]|\\.)*")\s*(?:#.*)?$/.exec(source)?.[1];
  if (double !== undefined) return unescaped(double);
  const single = /^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(source)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const plain = source.replace(/(?:^|[ \t])#.*$/, '').trim();
  return /^(?:[[\]{}&*!|>'"%@`]|(?:~|null|Null|NULL)$)/.test(plain) ? undefined : plain;
}

/** The escapes that YAML and JSON share; a string with others is not simple. */
function unescaped(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Some hundred lines. A bound, so that a long text that starts with a rule isn't searched to its end. */
const LONGEST = 2 ** 16;
const FIELD = /^(title|date|url|language|id)[ \t]*:[ \t]+(.+)$/;
/** A key, a list item, an indented line, a comment or a blank: what front matter consists of, and prose doesn't. */
const YAML_LINE = /^(?:[\p{L}_"'][\p{L}\p{N}_ .\-"']*:(?:[ \t].*)?|-[ \t].*|[ \t]+.*|#.*|)$/u;
