import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/read/front-matter.ts';

function fieldsOf(...lines: readonly string[]): unknown {
  return splitFrontMatter(`---\n${lines.join('\n')}\n---\nText.`).fields;
}

describe('front matter', () => {
  test('takes plain, single-quoted and double-quoted scalars', () => {
    expect(fieldsOf('title: Minsk: the drills go on # for now', "id: 'it''s'", 'date: "2023\\u002d01" # guess')).toEqual({
      title: 'Minsk: the drills go on',
      id: "it's",
      date: '2023-01',
    });
  });

  test('takes no value that is not a simple scalar', () => {
    expect(fieldsOf('title: >', '  folded', 'id: [1, 2]', 'url: *anchor', 'date: ~', 'language:')).toEqual({});
    expect(fieldsOf('title: A title that', '  goes on below')).toEqual({});
    expect(fieldsOf('title: !!js/function "function () { throw 1 }"')).toEqual({});
  });

  test('takes the five fields at the top level and no others', () => {
    expect(fieldsOf('author: Ada', 'source:', '  title: Nested', 'tags:', '- war', '__proto__: x', 'Title: No')).toEqual({});
  });

  test('ends at three dots too, and at the end of the file', () => {
    expect(splitFrontMatter('---\nid: a\n...\nText.')).toEqual({ fields: { id: 'a' }, rest: 'Text.' });
    expect(splitFrontMatter('---\nid: a\n---')).toEqual({ fields: { id: 'a' }, rest: '' });
  });

  test('is not seen where there is none', () => {
    const texts = [
      'Text.\n---\nid: a\n---\n',
      '---\nid: a\nText without an end.',
      '---\nThe ministry said so.\n---\nMore text.',
      '----\nid: a\n----\n',
      '---js\n{ id: process.exit() }\n---\n',
    ];
    for (const text of texts) expect(splitFrontMatter(text)).toEqual({ fields: {}, rest: text });
  });
});
