import { describe, expect, test } from 'vitest';
import { scan } from '../../src/extract/scan.ts';
import { segment } from '../../src/extract/segment.ts';

describe('a run of Thai', () => {
  const text = 'รัฐบาลไทยประชุม 3 วัน';
  const tokens = segment(scan(text), 'th');

  test('is parted into words', () => {
    expect(tokens.map((token) => token.kind)).not.toContain('run');
    expect(tokens.map((token) => token.text)).toContain('รัฐบาล');
  });

  test('has its words where they stand, and its numbers untouched', () => {
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens.filter((token) => token.kind === 'number').map((token) => token.text)).toEqual(['3']);
  });
});

test('runs of Chinese stay whole', () => {
  const tokens = scan('特朗普抵达巴黎');
  expect(segment(tokens, 'zh')).toEqual(tokens);
});
