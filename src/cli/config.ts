import { dirname, isAbsolute, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { isThere } from './exists.ts';
import { flagsSetBy, keyOf, takesPath } from './flag-names.ts';
import { valueFromJson, type FlagValue } from './flag-value.ts';
import type { Flag } from './flags.ts';
import { readJsonFile } from './json-file.ts';
import type { Layer, Values } from './layers.ts';
import { didYouMean, nearest } from './nearest.ts';

/** The name under which the settings of a folder are looked for, in the working folder only. */
const CONFIG_FILE = 'dedupe.config.json';

/**
 * The settings of the file named, else of `dedupe.config.json` in the working folder, if it is there. It is data, and
 * nothing of it is run. A path in it is relative to the folder it lies in.
 *
 * @throws {UsageError} where a named file is not there, and for one that is no JSON, has an unknown key, or a value that
 * does not fit.
 */
export async function configLayer(named: string | undefined, cwd: string): Promise<Layer> {
  const file = named ?? CONFIG_FILE;
  if (named === undefined && !(await isThere(file, cwd))) return { values: {}, originOf: () => '' };
  const content = await readJsonFile(file, cwd, 'A file of settings, as docs/cli.md shows it.');
  return { values: valuesIn(content, file, dirname(file)), originOf: () => `file ${file}` };
}

function valuesIn(content: unknown, file: string, folder: string): Values {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw notAnObject(file);
  const flags = new Map(flagsSetBy('file').map((flag) => [keyOf(flag), flag]));
  const values: Record<string, FlagValue> = {};
  for (const [key, value] of Object.entries(content)) {
    // For editors: it names the schema by which they help.
    if (key === '$schema') continue;
    const flag = flags.get(key);
    if (flag === undefined) throw unknownKey(key, file, [...flags.keys()]);
    values[key] = fromFolder(flag, valueFromJson(flag, value, `"${key}" in ${file}`), folder);
  }
  return values;
}

function fromFolder(flag: Flag, value: FlagValue, folder: string): FlagValue {
  if (!takesPath(flag) || folder === '.') return value;
  const moved = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return typeof value === 'string' ? moved(value) : typeof value === 'object' ? value.map(moved) : value;
}

function notAnObject(file: string): UsageError {
  return new UsageError({
    code: 'bad-config',
    happened: `${file} holds no JSON object.`,
    expected: 'Settings by name, for example {"threshold": 0.95}.',
    advice: 'See `dedupe --print-config` for the names.',
  });
}

function unknownKey(key: string, file: string, known: readonly string[]): UsageError {
  const typed = key.replace(/^--/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new UsageError({
    code: 'unknown-key',
    happened: `${file} has the key "${key}", which sets nothing.`,
    expected: `One of ${known.join(', ')}.`,
    advice: didYouMean(nearest(typed, known, 2), 'Remove it; what asks for one run only, such as --explain, stays on the command line.'),
  });
}
