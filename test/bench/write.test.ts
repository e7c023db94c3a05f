import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeCorpus, writtenCorpus } from '../../bench/write.ts';
import { folderWith } from '../cli/command.ts';

test('a corpus that an earlier run has left is found again with its labels, and a torn one is not', async () => {
  const folder = await folderWith({ 'torn.jsonl': '{"id":"a"' });
  const file = join(folder, 'news.jsonl');
  const articles = ['a', 'b', 'c'].map((id, at) => ({ id, title: 'Rain', text: `It rained on day ${at}, in Hälsø.`, date: '2024-03-01', lang: 'en' as const, gold: at >> 1 }));
  const written = await writeCorpus(articles, file);
  expect(await writtenCorpus(file)).toEqual(written);
  expect(await writtenCorpus(join(folder, 'torn.jsonl'))).toBeUndefined();
});
