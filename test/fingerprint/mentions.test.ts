import { expect, test } from 'vitest';
import { DAM, textOf } from '../compare/stories.ts';
import { hashKey } from '../../src/extract/key-name.ts';
import { joinMentions, mentionShelfOf, packMentions, unpackMentions } from '../../src/fingerprint/mention-shelf.ts';
import { isMentioned, mentionMap, NO_MENTIONS, type Mention, type MentionMap } from '../../src/fingerprint/mentions.ts';
import { sentenceWeight } from '../../src/fingerprint/print.ts';
import { pipelineOptions } from '../../src/options.ts';
import { prepare } from '../../src/pipeline.ts';

function mentionsOf(text: string, title?: string): MentionMap {
  const { print, mentions } = prepare({ id: 'a', path: 'a.txt', text, ...(title === undefined ? {} : { title }) }, pipelineOptions());
  return mentionMap(print, mentions);
}

const allOf = (mentions: MentionMap): Mention[] => [...mentions.keys()].flatMap((key) => mentions.get(key) ?? []);
const formsOf = (text: string, title?: string): string[] => allOf(mentionsOf(text, title)).map(({ form }) => form);

test('the names and figures of a document are kept as it writes them, those of its title too', () => {
  expect(formsOf(textOf(DAM, 'de'))).toEqual(expect.arrayContaining(['Ana Petrov', 'Nordkurier', '4.300', '2019']));
  expect(formsOf('They left on Monday.', 'Thousands flee Halvik after flood')).toContain('Halvik');
});

test('of several forms of one name the commonest is kept, with the number of all', () => {
  const mentions = mentionsOf('Lukaschenko sprach in Minsk. Lukashenko schwieg. Lukaschenko reiste ab, und Lukaschenko kam wieder.');
  const mention = mentions.get(hashKey('n:lukasen', 'name')) ?? allOf(mentions).find(({ form }) => form.startsWith('Lukas'));
  expect(mention).toMatchObject({ form: 'Lukaschenko' });
  expect(mention?.count).toBeGreaterThanOrEqual(3);
});

test('mentions are those of the names and figures of the fingerprint, each with its weight, and none of other keys', () => {
  const { print, mentions } = prepare({ id: 'a', path: 'a.txt', text: textOf(DAM, 'it') }, pipelineOptions());
  const map = mentionMap(print, mentions);
  expect([...map.keys()]).toEqual([...print.keys].filter(isMentioned));
  for (const [place, key] of print.keys.entries()) {
    expect(map.has(key)).toBe(isMentioned(key));
    expect(map.get(key)?.weight).toBe(isMentioned(key) ? sentenceWeight(print.details[place] ?? 0) : undefined);
  }
  expect([...mentionMap(print, NO_MENTIONS).keys()]).toEqual([]);
});

test('a prepared document holds no text', () => {
  const text = `${textOf(DAM, 'en')} A sentence that no name or figure is in.`;
  expect(JSON.stringify(prepare({ id: 'a', path: 'a.txt', text }, pipelineOptions()))).not.toContain('A sentence that no name');
});

test('mentions come out of shared memory as they went in, in any script and in the order asked for', () => {
  const all = ['de', 'ru', 'zh', 'en'].map((language) => prepare({ id: 'a', path: 'a.txt', text: DAM[language] === undefined ? '' : textOf(DAM, language) }, pipelineOptions()).mentions);
  const packs = [packMentions(all.slice(0, 1)), packMentions([]), packMentions(all.slice(1))];
  for (const at of [packs, joinMentions(packs)].map((own) => mentionShelfOf(own, Uint32Array.of(3, 1, 0, 2)))) {
    expect([at(0), at(1), at(2), at(3)]).toEqual([all[3], all[1], all[0], all[2]]);
    expect(() => at(4)).toThrow(RangeError);
  }
  expect(unpackMentions(packMentions(all))[2]).toEqual(all[2]);
});
