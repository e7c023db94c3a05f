import { expect, test } from 'vitest';
import { dominantScript } from '../../src/language/script.ts';

test.each([
  ['Latn', 'Nguyễn, Łódź, Übung'],
  ['Cyrl', 'Київ, Белград'],
  ['Grek', 'Ἀθῆναι, Αθήνα'],
  ['Arab', 'القاهرة، تهران، کراچی'],
  ['Hebr', 'ירושלים'],
  ['Deva', 'नई दिल्ली'],
  ['Beng', 'ঢাকা'],
  ['Thai', 'กรุงเทพ'],
  ['Ethi', 'አዲስ አበባ'],
  ['Hang', '서울'],
  ['Hani', '北京'],
])('the letters of %s are known', (script, text) => {
  expect(dominantScript(text)).toBe(script);
});

test('Chinese characters among kana are Japanese, and Chinese without', () => {
  expect(dominantScript('市長が辞任した')).toBe('Jpan');
  expect(dominantScript('トランプ')).toBe('Jpan');
  expect(dominantScript('市长辞职')).toBe('Hani');
});

test('one kana in a long Chinese text does not make it Japanese', () => {
  expect(dominantScript(`${'大雨淹没了老城区两百多个家庭在学校里过夜'.repeat(2)}の`)).toBe('Hani');
});

test('one Chinese character or Hangul weighs two letters', () => {
  expect(dominantScript('NATO开峰会')).toBe('Hani');
  expect(dominantScript('KBS뉴스')).toBe('Hang');
});

test('what most letters are in counts, not what comes first', () => {
  expect(dominantScript('Интерфакс reported on Monday')).toBe('Latn');
});

test('digits, marks and pictures are in no script', () => {
  for (const text of ['', '12.10.2023, 4 : 1', '« … » [_]', '🌊']) expect(dominantScript(text)).toBe('Zyyy');
});
