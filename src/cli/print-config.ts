import { DEFAULT_THRESHOLDS } from '../judge/judge.ts';
import { flagsOf, type Flag } from './flags.ts';
import { keyOf } from './flag-names.ts';
import { formOf } from './flag-value.ts';
import type { Invocation } from './invocation.ts';
import type { Run } from './surroundings.ts';

/** `--print-config`: each setting of a command, as JSON. What asks for one run is left out. */
export function planPrintConfig(invocation: Invocation): Run {
  return () => Promise.resolve({ pages: [{ chunks: [settingsText(invocation)] }], exitCode: 0 });
}

function settingsText({ command, given, origins }: Invocation): string {
  const settings: Record<string, object> = {};
  const values: Readonly<Record<string, unknown>> = given;
  for (const flag of flagsOf(command)) {
    const key = keyOf(flag);
    if (flag.sources?.length === 0 || Object.hasOwn(settings, key)) continue;
    const from = origins.get(key);
    settings[key] = from === undefined ? { value: defaultOf(flag, given.level), from: 'default' } : { value: values[key], from };
  }
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** The value that holds where nobody gave one; null where there is none, or where the run finds it. */
function defaultOf(flag: Flag, level: Invocation['given']['level']): unknown {
  if (flag.name === 'threshold') return DEFAULT_THRESHOLDS[level ?? 'report'];
  const form = formOf(flag);
  if (form === 'switch') return flag.default === undefined ? flag.name.startsWith('no-') : flag.default === 'on' || null;
  if (form === 'list') return [];
  if (form === 'count') return Number(flag.default);
  return form === 'choice' ? (flag.default ?? null) : null;
}
