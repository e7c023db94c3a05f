import { expect, test } from 'vitest';
import { githubAnnotations, githubOutputs, githubSummary } from '../../src/report/github.ts';
import { GATED, gatedReport, HOSTILE } from './gates.ts';
import { documentOf } from './reports.ts';

const STRANGE = gatedReport([documentOf('a', 'de', HOSTILE), { ...documentOf(HOSTILE, 'fr', HOSTILE), path: 'news/50%: a,b.txt' }, documentOf('c', 'it')], HOSTILE);

test('a new duplicate is an error at its file, an unreadable file a warning, what was accepted neither', () => {
  expect([...githubAnnotations(GATED)].join('')).toBe(`::error file=news/fr.txt,title=Told before%3A translation::news/fr.txt: A translation of news/de.txt (German), 97.0 %25.
::warning title=no-such-file::There is no file "gone.txt".
2 incoming documents against 1: 1 new duplicate, 1 accepted.
`);
});

test('nothing that a document holds ends a workflow command or begins another', () => {
  const lines = [...githubAnnotations(STRANGE)].join('').trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^::error file=news\/50%25%3A a%2Cb\.txt,title=Told before%3A translation::/);
  expect(lines.map((line) => line.slice(0, 9))).toEqual(['::error f', '::warning', '2 incomin']);
});

test('the job summary has a table of what is new, and what was accepted folded away with its reason', () => {
  const text = [...githubSummary(GATED)].join('');
  expect(text).toContain('### ❌ 2 incoming documents against 1');
  expect(text).toContain('| news/fr.txt | news/de.txt | translation | 97.0 % |');
  expect(text).toContain('<summary>1 accepted</summary>');
  expect(text).toContain('the Rome desk keeps its own, until 2026-05-31');
  expect([...githubSummary({ ...GATED, gate: { ...GATED.gate, max: 1 } })].join('')).toContain('### ✅');
});

test('nothing that a document holds is a tag, a link or a cell of its own in the summary', () => {
  const text = [...githubSummary(STRANGE)].join('');
  expect(text).not.toMatch(/<script|<b>|\]\(|@all|`/);
  for (const row of text.split('\n').filter((line) => line.startsWith('| '))) expect([5, 6]).toContain(row.match(/\|/g)?.length);
});

test('a table stops at a thousand rows and says how many there are more', () => {
  const findings = Array.from({ length: 1200 }, () => GATED.gate.findings[0]).filter((finding) => finding !== undefined);
  const text = [...githubSummary({ ...GATED, gate: { ...GATED.gate, findings } })].join('');
  expect(text).toContain('… and 200 more.');
  expect(text.length).toBeLessThan(2 ** 20);
});

test('later steps are told the counts', () => {
  expect(githubOutputs(GATED)).toBe('duplicates=1\naccepted=1\nincoming=2\n');
});
