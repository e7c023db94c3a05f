import { expect, test } from 'vitest';
import { languageName, percent } from '../../src/report/wording.ts';

test('a percentage never claims more than it knows', () => {
  expect([0, 0.00004, 0.0312, 0.5, 0.9994, 0.99951, 1].map(percent)).toEqual(['0.0 %', '< 0.1 %', '3.1 %', '50.0 %', '99.9 %', '> 99.9 %', '> 99.9 %']);
});

test('languages have their English names, and odd codes stay as they are', () => {
  expect(['it', 'zh', 'und', 'klingon', '?!'].map(languageName)).toEqual(['Italian', 'Chinese', 'unknown', 'klingon', '?!']);
});
