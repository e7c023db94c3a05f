import { FLAGS, type Flag, type GivenFlags } from './flags.ts';
import { keyOf } from './flag-names.ts';
import type { FlagValue } from './flag-value.ts';

/** The settings that one place gives, by key of `GivenFlags`. */
export type Values = Readonly<Record<string, FlagValue>>;

/** A place that gives settings. */
export interface Layer {
  /** Where the value of a key was given, for people: `the environment (DEDUPE_LEVEL)`. */
  readonly originOf: (key: string) => string;
  readonly values: Values;
}

/** What holds in a run, and where it came from. */
export interface Settled {
  readonly given: GivenFlags;
  /** By key; a key that nobody gave is not in it. */
  readonly origins: ReadonlyMap<string, string>;
}

/**
 * Lays the places over each other, the weakest first. A flag puts aside its rivals of weaker places: `--json` the format
 * of the file, `--quiet` a `verbose` in the environment.
 */
export function settle(layers: readonly Layer[]): Settled {
  const settled = new Map<string, { readonly value: FlagValue; readonly layer: Layer }>();
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer.values)) {
      for (const rival of value === false ? [] : (RIVALS.get(key) ?? [])) {
        if (settled.get(rival)?.layer !== layer) settled.delete(rival);
      }
      settled.set(key, { value, layer });
    }
  }
  const given: Record<string, unknown> = Object.fromEntries([...settled].map(([key, { value }]) => [key, value]));
  return { given, origins: new Map([...settled].map(([key, { layer }]) => [key, layer.originOf(key)])) };
}

const RIVALS: ReadonlyMap<string, readonly string[]> = new Map(
  FLAGS.map((flag: Flag) => [keyOf(flag), (flag.rivals ?? []).map((name) => keyOf({ name }))]),
);
