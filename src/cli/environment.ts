import type { Diagnostic } from '../types.ts';
import { environmentNameOf, flagsSetBy, keyOf } from './flag-names.ts';
import { formOf, valueFromText, type FlagValue } from './flag-value.ts';
import type { Layer } from './layers.ts';
import { didYouMean, nearest } from './nearest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings that the environment gives: `DEDUPE_LEVEL=story`. A list has an entry a line; a variable that is empty
 * counts as not set, as it is in a CI job whose input was left out. Throws `UsageError` for a value that does not fit.
 */
export function environmentLayer(env: Environment): Layer {
  const names = new Map(flagsSetBy('environment').map((flag) => [keyOf(flag), environmentNameOf(flag)]));
  const values: Record<string, FlagValue> = {};
  for (const flag of flagsSetBy('environment')) {
    const name = environmentNameOf(flag);
    const text = env[name] ?? '';
    if (text.trim() === '') continue;
    values[keyOf(flag)] = formOf(flag) === 'list' ? linesOf(text) : valueFromText(flag, text, name);
  }
  return { values, originOf: (key) => `environment ${names.get(key)}` };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

/** A variable that looks like a slip of the hand: one of another program is none of our business. */
export function unknownVariables(env: Environment): readonly Diagnostic[] {
  const known = flagsSetBy('environment').map(environmentNameOf);
  return Object.keys(env).sort().flatMap((name) => {
    if (!name.startsWith('DEDUPE_') || known.includes(name)) return [];
    const near = nearest(name.slice('DEDUPE_'.length), known.map((each) => each.slice('DEDUPE_'.length)), 1);
    if (near.length === 0) return [];
    const advice = didYouMean(near.map((each) => `DEDUPE_${each}`), '');
    return [{ code: 'unknown-variable', severity: 'warning', message: `The variable ${name} sets nothing, and is passed over. ${advice}` }];
  });
}
