import { flagsSetBy, keyOf } from '../../src/cli/flag-names.ts';
import { formOf, type FlagForm } from '../../src/cli/flag-value.ts';
import type { Flag } from '../../src/cli/flags.ts';

/** The JSON Schema of `dedupe.config.json`, from the table of flags. */
export function configSchema(): string {
  const properties = Object.fromEntries(flagsSetBy('file').map((flag) => [keyOf(flag), propertyOf(flag)]));
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'dedupe.config.json',
    description: 'Settings of dedupe. A flag on the command line outdoes the environment, which outdoes this file. Paths are relative to its folder.',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string', description: 'Where this schema is, for editors.' }, ...properties },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function propertyOf(flag: Flag): object {
  const offBy = flag.name.startsWith('no-') ? 'false: ' : '';
  const otherwise = flag.default === undefined ? '' : ` (default: ${flag.default})`;
  return { ...TYPES[formOf(flag)](flag), description: `${offBy}${flag.description}${otherwise}` };
}

const TYPES: Readonly<Record<FlagForm, (flag: Flag) => object>> = {
  switch: () => ({ type: 'boolean' }),
  list: () => ({ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }),
  choice: ({ choices }) => ({ enum: choices }),
  probability: () => ({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  count: () => ({ type: 'integer', minimum: 0 }),
  date: () => ({ type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
  text: () => ({ type: 'string' }),
};
