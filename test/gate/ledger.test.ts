import { expect, test } from 'vitest';
import { contentHash } from '../../src/fingerprint/content-hash.ts';
import { EMPTY_BASELINE, type Baseline } from '../../src/gate/baseline.ts';
import { indexOf } from '../../src/gate/coverage.ts';
import { openLedger, type Ledger } from '../../src/gate/ledger.ts';
import { pipelineOptions, type PipelineOptions } from '../../src/options.ts';
import type { Document } from '../../src/types.ts';
import { again, ELECTION, FLOOD, FLUT } from './news.ts';

function ledgerOf(known: readonly Document[], given: Partial<PipelineOptions> = {}, baseline: Baseline = EMPTY_BASELINE): Ledger {
  const ledger = openLedger(pipelineOptions(given), indexOf(baseline, '2026-05-01'));
  ledger.know(known);
  return ledger;
}

function duplicatesIn(ledger: Ledger, ...documents: readonly Document[]): readonly boolean[] {
  return ledger.judge(documents).map(({ duplicate }) => duplicate);
}

test('a translation of a known article is a duplicate of it, another article is not', () => {
  const [flut, election] = ledgerOf([FLOOD]).judge([FLUT, ELECTION]);
  expect(flut).toMatchObject({ duplicate: true, language: 'de', nearest: { document: { id: 'flood' }, relation: 'translation' } });
  expect(election).toMatchObject({ duplicate: false, language: 'en' });
});

test('what a source calls a translation is a duplicate, though its text alone would not tell, unless hints are off', () => {
  const note = { id: 'note', path: 'desk/note', text: 'Ferry aground off Weston, 214 brought ashore.', url: 'https://a.example/ferry' };
  const vast = { id: 'vast', path: 'desk/vast', text: 'Lautta ajoi karille aamuyöllä, kaikki matkustajat pelastettiin.', hints: { translations: ['https://a.example/ferry'] } };
  expect(ledgerOf([note, ELECTION]).judge([vast])[0]).toMatchObject({ duplicate: true, nearest: { document: { id: 'note' }, relation: 'translation' } });
  expect(duplicatesIn(ledgerOf([note, ELECTION], { hints: false }), vast)).toEqual([false]);
});

test('of two that come at once the second is the duplicate, whatever their ids', () => {
  expect(duplicatesIn(ledgerOf([]), FLUT, FLOOD)).toEqual([false, true]);
  expect(duplicatesIn(ledgerOf([]), FLOOD, FLUT)).toEqual([false, true]);
});

test('at once or one by one, the verdicts are the same', () => {
  const one = ledgerOf([ELECTION]);
  const apart = [FLOOD, FLUT, again(FLOOD, 'copy')].flatMap((document) => one.judge([document]));
  expect(ledgerOf([ELECTION]).judge([FLOOD, FLUT, again(FLOOD, 'copy')])).toEqual(apart);
});

test('what was forgotten makes nothing a duplicate', () => {
  const ledger = ledgerOf([FLOOD]);
  ledger.forget('flood');
  expect(ledger.has('flood')).toBe(false);
  expect(duplicatesIn(ledger, FLUT)).toEqual([false]);
});

test('must-link and cannot-link outdo the evidence', () => {
  expect(duplicatesIn(ledgerOf([FLOOD], { cannotLink: [['flood', 'flut']] }), FLUT)).toEqual([false]);
  expect(ledgerOf([FLOOD], { threshold: 0.99999999999999, mustLink: [['flood', 'flut']] }).judge([FLUT])).toMatchObject([{ duplicate: true }]);
});

test('an acceptance covers as many copies as it names', () => {
  const documents = [FLOOD, FLUT].map(({ id, text }) => ({ id, contentHash: contentHash(text) }));
  const baseline: Baseline = { source: 'baseline', accepted: [{ documents, reason: 'two desks' }] };
  const verdicts = ledgerOf([FLOOD], {}, baseline).judge([FLUT, again(FLUT, 'flut-2')]);
  expect(verdicts).toMatchObject([{ duplicate: false, accepted: { reason: 'two desks' } }, { duplicate: true }]);
});
