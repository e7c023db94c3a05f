import { describe, expect, test } from 'vitest';
import { fold } from '../../src/extract/fold.ts';
import { lexiconOf, matchesPattern, withoutParticles } from '../../src/extract/lexicon.ts';

const idsOf = (word: string, language: string, kind: 'concept' | 'entity'): string[] =>
  lexiconOf(language)
    .lookup(word.toLowerCase(), fold(word))
    .flatMap((entry) => (entry.kind === kind && entry.rest.length === 0 ? [entry.id] : []));

describe('countries', () => {
  test.each([
    ['BY', [['en', 'Belarusian'], ['de', 'belarussische'], ['de', 'Weißrussland'], ['it', 'bielorusso'], ['fr', 'Biélorussie'], ['ru', 'Белоруссии'], ['be', 'Беларусь']]],
    ['DE', [['en', 'Germany'], ['de', 'deutschen'], ['it', 'Germania'], ['fr', 'allemand'], ['pl', 'Niemcy'], ['ru', 'Германия'], ['fi', 'Saksassa'], ['ar', 'ألمانيا']]],
    ['UA', [['en', 'Ukraine'], ['de', 'ukrainischen'], ['it', 'Ucraina'], ['ru', 'украинские'], ['tr', 'Ukrayna'], ['hi', 'यूक्रेन']]],
    ['JP', [['en', 'Japanese'], ['de', 'japanischer'], ['it', 'Giappone'], ['ko', '일본']]],
  ] as const)('%s is met in any language, as a noun or an adjective', (id, words) => {
    for (const [language, word] of words) expect(idsOf(word, language, 'entity'), `${word} (${language})`).toContain(id);
  });

  test('of several words are found by their first', () => {
    const entries = lexiconOf('it').lookup('paesi', 'paesi');
    expect(entries.filter(({ rest }) => rest.length === 1).map(({ id }) => id)).toContain('NL');
  });

  test('in Chinese and Japanese are found in runs', () => {
    expect(lexiconOf('zh').runs.get('白俄罗斯')).toContainEqual(expect.objectContaining({ kind: 'entity', id: 'BY' }));
    expect(lexiconOf('ja').runs.get('ベラルーシ')).toContainEqual(expect.objectContaining({ kind: 'entity', id: 'BY' }));
  });

  test('that are proper names must have a capital, adjectives need none', () => {
    expect(lexiconOf('it').lookup('turchia', 'turchia').every(({ capital }) => capital)).toBe(true);
    expect(lexiconOf('it').lookup('bielorusso', 'bielorusso').some(({ id, capital }) => id === 'BY' && !capital)).toBe(true);
  });
});

describe('the tables', () => {
  test.each([
    ['en', 'Minsk'],
    ['de', 'Minsk'],
    ['it', 'Minsk'],
    ['ru', 'Минск'],
    ['be', 'Мінск'],
  ])('give a name of %s once, in however many forms they have it', (language, name) => {
    expect(idsOf(name, language, 'entity')).toEqual(['minsk']);
  });

  test('serve a language that has no column by those of its kin', () => {
    expect(idsOf('Militärübungen', 'lb', 'concept')).toEqual(idsOf('Militärübungen', 'de', 'concept'));
    expect(idsOf('правительство', 'tg', 'concept').length).toBeGreaterThan(0);
  });

  test('serve a language unknown here by the English names', () => {
    expect(idsOf('Minsk', 'und', 'entity')).toContain('minsk');
  });

  test('hold the months and days', () => {
    expect(idsOf('января', 'ru', 'concept')).toContain('month-1');
    expect(idsOf('martedì', 'it', 'concept')).toContain('weekday-2');
    expect(lexiconOf('zh').runs.get('星期二')).toMatchObject([{ id: 'weekday-2' }]);
  });

  test('are built once', () => {
    expect(lexiconOf('de')).toBe(lexiconOf('de'));
  });
});

describe('Arabic and Hebrew particles', () => {
  test('are taken off the front, the shortest form last', () => {
    expect(withoutParticles('والرییس')).toEqual(['والرییس', 'رییس']);
    expect(withoutParticles('בירושלים')).toEqual(['בירושלים', 'ירושלים']);
    expect(withoutParticles('והמלחמה').at(-1)).toBe('מלחמה');
  });

  test('leave two letters at least', () => {
    expect(withoutParticles('الا')).toEqual(['الا']);
  });

  test('are none in other scripts', () => {
    expect(withoutParticles('belarus')).toEqual(['belarus']);
    expect(withoutParticles('')).toEqual(['']);
  });
});

test('a word matches a pattern with an ending of so many letters and no more', () => {
  const open = { text: 'ceca', extra: 2 };
  expect(matchesPattern('ceca', open)).toBe(true);
  expect(matchesPattern('cecati', open)).toBe(true);
  expect(matchesPattern('cecatie', open)).toBe(false);
  expect(matchesPattern('cec', open)).toBe(false);
});

describe('of the forms with one stem', () => {
  test.each([
    ['it', 'partito', 'party', 'game'],
    ['it', 'partita', 'game', 'party'],
    ['it', 'parte', 'part', 'party'],
    ['fr', 'pays', 'country', 'pay'],
    ['es', 'si', 'whether', 'yes'],
  ])('in %s those spelt most like %s are met: %s and not %s', (language, word, met, other) => {
    expect(idsOf(word, language, 'concept')).toContain(met);
    expect(idsOf(word, language, 'concept')).not.toContain(other);
  });

  test('none is lost where no form is spelt as the word is', () => {
    expect(idsOf('partiti', 'it', 'concept')).toContain('party');
  });
});

test('a Vietnamese syllable with another accent is another word', () => {
  expect(idsOf('bắn', 'vi', 'concept')).toContain('shot');
  expect(idsOf('bạn', 'vi', 'concept')).not.toContain('shot');
});
