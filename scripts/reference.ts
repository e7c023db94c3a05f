/** Writes docs/cli.md, the manual page and the schema of the settings: `npm run reference`, after a change to the flags. */
import { writeFile } from 'node:fs/promises';
import { referenceFiles } from './reference/files.ts';

for (const [path, content] of referenceFiles()) {
  await writeFile(path, content);
  console.log(path);
}
