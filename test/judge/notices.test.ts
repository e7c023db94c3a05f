import { describe, expect, test } from 'vitest';
import { printOf } from '../fingerprint/prints.ts';
import { compare } from '../compare/shipped.ts';
import { DEFAULT_THRESHOLDS, judge, type Judgement } from '../../src/judge/judge.ts';
import { shippedModel } from '../../src/judge/model.ts';

function judged(text: string, other: string, language: string, otherLanguage = language): Judgement {
  return judge(compare(printOf(text, language), printOf(other, otherLanguage)), shippedModel(), DEFAULT_THRESHOLDS.report);
}

describe('two notices in the same words, of other people, places and figures, are two reports', () => {
  test.each([
    ['en', 'Ferrania to cut 1,100 jobs at its plant in Bergen', 'Kordun to cut 1,100 jobs at its plant in Split'],
    ['en', 'Court in Debrecen sentences Sofia Marin to 19 years in prison for fraud', 'Court in Cluj sentences Elena Costa to 8 years in prison for fraud'],
    ['en', 'Elena Costa elected mayor of Tartu with 62 percent of the vote', 'Ivan Petrov elected mayor of Szeged with 57 percent of the vote'],
    ['de', 'Bei einem Brand in einer Lagerhalle in Gera sind 3 Menschen verletzt worden, teilte die Polizei mit.', 'Bei einem Brand in einer Lagerhalle in Husum sind 8 Menschen verletzt worden, teilte die Polizei mit.'],
    ['it', 'Incidente sulla statale nei pressi di Nuoro: un motociclista di 34 anni è morto nello scontro con un furgone.', 'Incidente sulla statale nei pressi di Matera: un ciclista di 61 anni è morto nello scontro con un autobus.'],
    ['fr', 'Le groupe Tessera a nommé Clara Dubois à sa tête à compter du 1er janvier.', 'Le groupe Mistral a nommé Oskar Nyman à sa tête à compter du 1er mars.'],
  ])('%s: %s', (language, text, other) => {
    expect(judged(text, other, language).relation).not.toBe('copy');
  });
});

describe('a notice told again is a copy', () => {
  test.each([
    ['to the letter', 'Court in Debrecen sentences Sofia Marin to 19 years in prison for fraud', 'Court in Debrecen sentences Sofia Marin to 19 years in prison for fraud'],
    [
      'with a word or two changed',
      'Two people were injured on Tuesday when a tram left the rails near the central market in Brno, the transport company said.\nThe line is closed until Thursday morning while the track is repaired.',
      'Two people were hurt on Tuesday when a tram left the rails near the central market in Brno, the transport company said.\nThe line stays closed until Thursday morning while the track is repaired.',
    ],
    [
      'beside the article that it begins',
      'The port of Varna was closed on Monday after a storm tore three freighters from their moorings.',
      [
        'The port of Varna was closed on Monday after a storm tore three freighters from their moorings.',
        'Nobody was hurt, harbour master Dimitar Iliev said, but a crane on pier four had been struck and would be out of use for weeks.',
        'Gusts of 118 kilometres an hour were measured at the lighthouse shortly before dawn.',
        'Ferries to Burgas were cancelled, and some 400 passengers spent the night in a sports hall.',
        'The weather service expects the wind to drop by Wednesday.',
      ].join('\n'),
    ],
  ])('%s', (_, text, other) => {
    expect(judged(text, other, 'en').relation).toBe('copy');
  });
});

describe('a notice in another language', () => {
  const NOTICES = [
    {
      text: 'Court in Debrecen sentences Sofia Marin to 19 years in prison for fraud',
      language: 'fr',
      version: 'Le tribunal de Debrecen condamne Sofia Marin à 19 ans de prison pour fraude',
      other: 'Le tribunal de Cluj condamne Elena Costa à 8 ans de prison pour fraude',
    },
    {
      text: 'Ferrania to cut 1,100 jobs at its plant in Bergen',
      language: 'it',
      version: 'Ferrania taglia 1.100 posti di lavoro nello stabilimento di Bergen',
      other: 'Kordun taglia 1.100 posti di lavoro nello stabilimento di Spalato',
    },
  ];

  test.each(NOTICES)('is a translation: $version', ({ text, language, version }) => {
    expect(judged(text, version, 'en', language).relation).toBe('translation');
  });

  test.each(NOTICES)('of other people and places is less likely to be one: $other', ({ text, language, version, other }) => {
    expect(judged(text, other, 'en', language).probability).toBeLessThan(0.9);
    expect(judged(text, version, 'en', language).probability).toBeGreaterThan(0.98);
  });
});
