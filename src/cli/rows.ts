import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../errors.ts';

/** What one row must be. */
export interface RowShape<T> {
  /** For the messages: `{a, b}`. */
  readonly shown: string;
  /** The row, or nothing where it is none. */
  readonly read: (row: Readonly<Record<string, unknown>>) => T | undefined;
}

/**
 * The rows of a JSONL file, gzip too. Unlike an article, a row of labels that can't be read is an error: scores over
 * the rest would be wrong without looking so. Throws `UsageError`, naming file and line.
 */
export async function readRows<T>(file: string, cwd: string, shape: RowShape<T>): Promise<readonly T[]> {
  const lines = await readLines(file, cwd);
  return lines.map(({ text, number }) => {
    const value = parsed(text);
    const row = value === undefined ? undefined : shape.read(value);
    if (row !== undefined) return row;
    throw new UsageError({
      code: 'bad-row',
      happened: `Line ${number} of ${file} is no ${shape.shown} row.`,
      expected: `A JSON object ${shape.shown} on each line.`,
      advice: 'Mend or remove the line.',
    });
  });
}

/** The lines of a text file that are not empty, gzip too. Throws `UsageError`. */
export async function readLines(file: string, cwd: string): Promise<readonly { text: string; number: number }[]> {
  try {
    const bytes = await readFile(resolve(cwd, file));
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '');
    return text.split(/\r?\n/).map((line, at) => ({ text: line, number: at + 1 })).filter((line) => line.text.trim() !== '');
  } catch (cause) {
    throw new UsageError({
      code: 'unreadable-file',
      happened: `${file} can't be read: ${reasonOf(cause)}.`,
      expected: 'A file of JSON or text lines, as it is or packed with gzip.',
      advice: 'Check the spelling, and that the path is relative to the working folder.',
      cause,
    });
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'permission is denied'],
]);

/** Why a file could not be read, in words where there are some. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return REASONS.get(code) ?? code;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
