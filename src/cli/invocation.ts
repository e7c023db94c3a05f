import { configLayer } from './config.ts';
import type { CommandName } from './commands.ts';
import { environmentLayer } from './environment.ts';
import { flagsOf, type GivenFlags } from './flags.ts';
import type { Io } from './io.ts';
import { settle } from './layers.ts';
import type { Typed } from './program.ts';

/** A command with its paths, and the flags that hold: typed, else from the environment, else from the file of settings. */
export interface Invocation {
  readonly command: CommandName;
  readonly paths: readonly string[];
  readonly given: GivenFlags;
  /** Where each value came from, by key. */
  readonly origins: ReadonlyMap<string, string>;
}

/** Adds to what was typed what the environment and the file of settings say. Throws `UsageError`. */
export async function invocationOf({ command, paths, values }: Typed, { env, cwd }: Pick<Io, 'env' | 'cwd'>): Promise<Invocation> {
  const environment = environmentLayer(env);
  const typed = { values, originOf: (key: string) => `flag --${values[key] === false ? 'no-' : ''}${dashed(key)}` };
  // What a shell runs at its start must not fail for the settings of a folder.
  if (!flagsOf(command).some(({ name }) => name === 'config')) return { command, paths, ...settle([environment, typed]) };
  const { config } = settle([environment, typed]).given;
  return { command, paths, ...settle([await configLayer(config, cwd), environment, typed]) };
}

function dashed(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
