import { expect, test } from 'vitest';
import { grouped, webAddress } from '../../page/words.ts';

const DOCUMENT = { id: 'a', title: 'A', language: 'en' };

test('only addresses of the web become links', () => {
  expect(webAddress({ ...DOCUMENT, url: 'https://example.org/a?b=c' })).toBe('https://example.org/a?b=c');
  for (const url of ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'example.org', '']) {
    expect(webAddress({ ...DOCUMENT, url }), url).toBeUndefined();
  }
});

test('thousands are told apart', () => {
  expect([7, 1234, 1234567].map(grouped)).toEqual(['7', '1\u202f234', '1\u202f234\u202f567']);
});
