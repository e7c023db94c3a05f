import { expect, test } from 'vitest';
import { dedupe } from '../cli/command.ts';
import { newFolder } from './newsroom.ts';

test('an archive that threads have added to says what one thread would have it say', async () => {
  const [one, many] = [await newFolder(), await newFolder()];
  const told = await dedupe(['add', 'fixtures/newsroom/articles', '--archive', one, '--workers', '1']);
  expect(await dedupe(['add', 'fixtures/newsroom/articles', '--archive', many, '--workers', '2'])).toEqual(told);
  const exported = await Promise.all([one, many].map((folder) => dedupe(['archive', 'export', '--archive', folder])));
  expect(exported[1]).toEqual(exported[0]);
}, 60_000);
