import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundSkeleton, splitRun, type RunPiece } from '../../src/extract/run.ts';

const idsIn = (pieces: readonly RunPiece[]): string[] => pieces.flatMap((piece) => piece.entries.map(({ id }) => id));

describe('a run of Chinese or Japanese', () => {
  test('is parted into the longest words known', () => {
    expect(idsIn(splitRun('特朗普抵达巴黎', 0, 'zh'))).toEqual(expect.arrayContaining(['trump', 'arrived', 'paris']));
    expect(idsIn(splitRun('白俄罗斯国防部', 0, 'zh'))).toContain('BY');
    expect(idsIn(splitRun('トランプ大統領', 0, 'ja'))).toEqual(expect.arrayContaining(['trump', 'president']));
  });

  test('gives a foreign name by its sound, romanised', () => {
    const [piece] = splitRun('コルデル', 0, 'ja');
    expect(piece).toMatchObject({ kind: 'sound', text: 'koruderu', start: 0, end: 4 });
    expect(splitRun('塔瓦雷斯', 0, 'zh')).toMatchObject([{ kind: 'sound', text: 'tawaleisi' }]);
  });

  test('gives a name the skeleton that its other spellings have, where both languages tell l from r', () => {
    const [piece] = splitRun('ハルヴィク', 0, 'ja');
    expect(piece === undefined ? '' : soundSkeleton(piece)).toBe('RFK');
  });

  test('gives two characters each of what it knows nothing of', () => {
    const pairs = splitRun('龘靐齉', 0, 'zh');
    expect(pairs.map(({ kind, text }) => [kind, text])).toEqual([
      ['pair', '龘靐'],
      ['pair', '靐齉'],
    ]);
  });

  test('has pieces in order, inside the run, counted from the offset', () => {
    const run = fc.array(fc.constantFrom('特朗普', '大坝', 'ダム', 'が', '市', '龘', 'トランプ', '々'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(run, fc.nat(1_000), fc.constantFrom('zh', 'ja'), (text, offset, language) => {
        let last = offset;
        for (const { start, end } of splitRun(text, offset, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(offset + text.length);
          last = start;
        }
      }),
    );
  });
});

describe('a run of Thai', () => {
  test('is parted into words and the names and words known', () => {
    const run = 'รัฐบาลประชุม';
    const pieces = splitRun(run, 7, 'th');
    expect(idsIn(pieces)).toEqual(expect.arrayContaining(['government', 'meeting']));
    for (const { text, start, end } of pieces) expect(run.slice(start - 7, end - 7)).toBe(text);
  });

  test('has a name whole that a segmenter would part', () => {
    expect(idsIn(splitRun('ทรัมป์เดินทางถึงปารีส', 0, 'th'))).toEqual(expect.arrayContaining(['trump', 'paris']));
  });

  test('has its words in order, without overlap', () => {
    const run = fc.array(fc.constantFrom('ทรัมป์', 'รัฐบาล', 'เดินทาง', 'ปารีส', 'กขฃ', 'วัน'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(run, (text) => {
        let last = 0;
        for (const { start, end } of splitRun(text, 0, 'th')) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
