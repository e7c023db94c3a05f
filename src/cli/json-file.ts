import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { findJsonFault } from '../read/json-fault.ts';
import { reasonOf } from './rows.ts';

/** The value of a JSON file that steers a run. Throws `UsageError`, naming line and column of a fault. */
export async function readJsonFile(file: string, cwd: string, expected: string): Promise<unknown> {
  const text = await readText(file, cwd, expected);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = findJsonFault(text);
    const place = fault === undefined ? '' : `: line ${fault.line}, column ${fault.column} has ${fault.found}, where ${fault.expected} was expected`;
    throw new UsageError({ code: 'bad-json', happened: `${file} is no JSON${place}.`, expected, advice: 'Mend the file; a comma too many is the usual reason.', cause });
  }
}

async function readText(file: string, cwd: string, expected: string): Promise<string> {
  try {
    return (await readFile(resolve(cwd, file), 'utf8')).replace(/^\ufeff/, '');
  } catch (cause) {
    throw new UsageError({
      code: 'unreadable-file',
      happened: `${file} can't be read: ${reasonOf(cause)}.`,
      expected,
      advice: 'Check the spelling, and that the path is relative to the working folder.',
      cause,
    });
  }
}
