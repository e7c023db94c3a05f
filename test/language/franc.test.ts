import { expect, test } from 'vitest';
import { francAll } from '../../src/language/franc.ts';
import { LANGUAGES, type LanguageRow } from '../../src/language/table.ts';

const rowsOf = (...codes: string[]): LanguageRow[] => codes.flatMap((code) => LANGUAGES.get(code) ?? []);

const BULGARIAN = 'Силен дъжд наводни стария град, а повече от двеста семейства прекараха нощта в училище.';

test('one of the given languages is answered, in BCP 47', () => {
  expect(francAll(BULGARIAN, rowsOf('ru', 'bg', 'uk'))?.code).toBe('bg');
  expect(francAll(BULGARIAN, rowsOf('ru', 'uk'))?.code).not.toBe('bg');
});

test('the confidence stays under 0.95, and is lower where the runner-up is near', () => {
  const among = francAll(BULGARIAN, rowsOf('bg', 'mk'))?.confidence ?? 1;
  const apart = francAll(BULGARIAN, rowsOf('bg', 'kk'))?.confidence ?? 0;
  expect(among).toBeGreaterThanOrEqual(0.5);
  expect(among).toBeLessThan(apart);
  expect(apart).toBeLessThanOrEqual(0.95);
});

test('nothing is said of too short a text, nor where there is nothing to choose from', () => {
  expect(francAll('Кмет', rowsOf('bg', 'ru'))).toBeUndefined();
  expect(francAll(BULGARIAN, [])).toBeUndefined();
});
