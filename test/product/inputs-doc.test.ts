import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { USUAL_NAMES } from '../../src/read/records/fields.ts';
import { bash } from '../cli/command.ts';

const DOC = readFileSync('docs/inputs.md', 'utf8');

test('docs/inputs.md lists the names that records are looked through for', () => {
  const rows = Object.entries(USUAL_NAMES).map(([field, names]) => `| \`${field}\` | ${names.map((name) => `\`${name}\``).join(', ')} |`);
  expect(/<!-- names -->\n([\s\S]*?)\n<!-- \/names -->/.exec(DOC)?.[1]).toBe(rows.join('\n'));
});

test('docs/inputs.md explains every code that reading has, and no other', () => {
  const code = readdirSync('src/read', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join('src/read', name), 'utf8')).join('\n');
  const used = new Set([...code.matchAll(/(?:code: |ReadFault\(|code = .*|\), )'([a-z]+(?:-[a-z]+)+)'/g)].map(([, name = '']) => name));
  const told = new Set([...DOC.slice(DOC.indexOf("## What is wrong with it")).matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name));
  // Of the links of --must-link, which are no input of this kind.
  used.delete('bad-row');
  expect([...used].filter((name) => !told.has(name))).toEqual([]);
  expect([...told].filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});

test('the commands of docs/inputs.md print what it shows', async () => {
  for (const [, command = '', output = ''] of DOC.matchAll(/^```console\n\$ (.*)\n([\s\S]*?)^```$/gm)) {
    expect((await bash(`dedupe() { "$DEDUPE" "$@"; }; ${command}`)).stdout).toBe(output);
  }
});

test('the flags that docs/inputs.md names are flags of the help', async () => {
  const help = (await bash('"$DEDUPE" --help')).stdout;
  const named = new Set([...DOC.matchAll(/(?<=[\s`(])--[a-z][a-z-]+/g)].map(([flag]) => flag));
  expect([...named].filter((flag) => !help.includes(flag) && flag !== '--minutes')).toEqual([]);
});
