import { expect, test } from 'vitest';
import { germanForms } from '../../src/extract/german-forms.ts';
import { keyTexts } from './articles.ts';

test.each([
  ['besuchen', ['besucht']],
  ['bauen', ['baut', 'gebaut']],
  ['aufbauen', ['aufgebaut']],
  ['zurückkehren', ['zurückgekehrt']],
  ['arbeiten', ['arbeitet', 'gearbeitet']],
  ['öffnen', ['öffnet', 'geöffnet']],
  ['sammeln', ['sammelt', 'gesammelt']],
  ['demonstrieren', ['demonstriert']],
  ['überwachen', ['überwacht']],
  ['Insel', ['Inseln']],
  ['Problem', ['Probleme']],
  ['modern', ['modert', 'gemodert', 'moderne']],
  ['Auto', ['Autos']],
  ['Haus', []],
  ['unter', []],
  ['am Ende', []],
])('of %s: %j', (text, forms) => {
  expect(germanForms([{ id: 'x', text }]).map((form) => form.text)).toEqual(forms);
});

test('the past of a regular verb is met as its infinitive is', () => {
  const conceptsOf = (text: string): string[] => keyTexts(text, 'de', 'word');
  expect(conceptsOf('Sie beobachteten den Damm.')).toEqual(conceptsOf('Sie beobachten den Damm.'));
  expect(conceptsOf('Der Damm wurde überwacht.').length).toBeGreaterThanOrEqual(conceptsOf('Damm').length);
});
