import { describe, expect, test } from 'vitest';
import { printOf } from '../fingerprint/prints.ts';
import { compare } from '../compare/shipped.ts';
import { DAM, textOf } from '../compare/stories.ts';
import { DEFAULT_THRESHOLDS, judge, type Judgement } from '../../src/judge/judge.ts';
import { shippedModel } from '../../src/judge/model.ts';

function judged(text: string, other: string, language: string): Judgement {
  return judge(compare(printOf(text, language), printOf(other, language)), shippedModel(), DEFAULT_THRESHOLDS.report);
}

/** The same form, filled with one thing and with another. */
interface Form {
  readonly language: string;
  readonly first: string;
  readonly second: string;
}

const MATCH: Form = {
  language: 'en',
  first: [
    'Harbour Town beat Kelmore Rovers 3-1 on Saturday to climb to fourth place in the northern league.',
    'Daniel Osgrove opened the scoring after 12 minutes with a header from a corner.',
    'Kelmore equalised through Pat Lindqvist shortly before half-time.',
    'Osgrove scored his second in the 58th minute, and substitute Imre Vadas made sure of the points in stoppage time.',
    '“We were patient and took our chances,” said Harbour Town manager Colm Breen.',
    'The match was watched by 4,812 spectators, the best attendance of the season.',
    'Harbour Town have now won five of their last six matches and travel to Stannfield next week.',
    'Kelmore Rovers stay bottom of the table with nine points.',
  ].join('\n'),
  second: [
    'Eastmoor City beat Brackley Wanderers 2-0 on Saturday to climb to seventh place in the northern league.',
    'Tomás Ferreira opened the scoring after 31 minutes with a shot from the edge of the area.',
    'Brackley hit the post through Owen Tallis shortly before half-time.',
    'Ferreira scored his second in the 73rd minute, and goalkeeper Jakub Rys made sure of the points with a late save.',
    '“We were patient and took our chances,” said Eastmoor City manager Alan Prewitt.',
    'The match was watched by 2,960 spectators, the lowest attendance of the season.',
    'Eastmoor City have now won three of their last six matches and travel to Dunholm next week.',
    'Brackley Wanderers stay second from bottom of the table with eleven points.',
  ].join('\n'),
};

const APPLIANCE: Form = {
  language: 'de',
  first: [
    'Das neue Etikett zeigt auf einen Blick, wie sparsam ein Geschirrspüler ist.',
    'Wer einen Geschirrspüler kauft, sollte nicht allein auf den Preis achten: Über die Lebensdauer kosten Strom und Wasser oft mehr als das Gerät.',
    'Die Skala reicht von A für besonders sparsame bis G für besonders durstige Geschirrspüler.',
    'Angegeben sind der Stromverbrauch für 100 Spülgänge, der Wasserverbrauch je Spülgang und die Zahl der Gedecke.',
    'Das Geräusch eines Geschirrspülers steht in Dezibel unten rechts auf dem Etikett.',
    'Händler müssen das Etikett an jedem ausgestellten Geschirrspüler gut sichtbar anbringen.',
    'Für ältere Geschirrspüler gilt eine Übergangsfrist bis Ende November.',
  ].join('\n'),
  second: [
    'Das neue Etikett zeigt auf einen Blick, wie sparsam ein Wäschetrockner ist.',
    'Wer einen Wäschetrockner kauft, sollte nicht allein auf den Preis achten: Über die Lebensdauer kostet der Strom oft mehr als das Gerät.',
    'Die Skala reicht von A für besonders sparsame bis G für besonders hungrige Wäschetrockner.',
    'Angegeben sind der Stromverbrauch für 100 Trockengänge, die Dauer eines Trockengangs und die Füllmenge in Kilogramm.',
    'Das Geräusch eines Wäschetrockners steht in Dezibel unten rechts auf dem Etikett.',
    'Händler müssen das Etikett an jedem ausgestellten Wäschetrockner gut sichtbar anbringen.',
    'Für ältere Wäschetrockner gilt eine Übergangsfrist bis Mitte Juli.',
  ].join('\n'),
};

const FORMS = [
  ['a match report of another match', MATCH],
  ['the label of another appliance', APPLIANCE],
] as const;

describe('two texts in one form', () => {
  test.each(FORMS)('are two reports: %s', (_, { first, second, language }) => {
    expect(judged(first, second, language).relation).not.toBe('copy');
  });
});

describe('one text that was gone over', () => {
  test.each(FORMS)('is a copy with two figures and a name put right: %s', (_, { first, language }) => {
    const corrected = first.replace('4,812', '4,821').replace('12 minutes', '14 minutes').replaceAll('Lindqvist', 'Lindquist').replace('100', '280').replace('November', 'Oktober');
    expect(judged(first, corrected, language)).toMatchObject({ relation: 'copy' });
  });

  test.each(FORMS)('is a copy shortened and with a new ending: %s', (_, { first, language }) => {
    const sentences = first.split('\n');
    const ending = { en: 'The club said that tickets for the next home match go on sale on Monday.', de: 'Fragen beantwortet die Beratungsstelle werktags am Telefon.' }[language] ?? '';
    expect(judged(first, [...sentences.slice(0, -2), ending].join('\n'), language)).toMatchObject({ relation: 'copy' });
  });
});

test('an excerpt that was taken for another language of the kin is a copy, and a version in another language is none', () => {
  const excerpt = MATCH.first.split('\n').slice(2, 5).join('\n');
  const underAnotherName = judge(compare(printOf(MATCH.first, 'en'), printOf(excerpt, 'nl')), shippedModel(), DEFAULT_THRESHOLDS.report);
  expect(underAnotherName).toMatchObject({ relation: 'copy' });
  expect(judge(compare(printOf(textOf(DAM, 'en'), 'en'), printOf(textOf(DAM, 'de'), 'de')), shippedModel(), DEFAULT_THRESHOLDS.report)).toMatchObject({ relation: 'translation' });
});
