import { expect, test } from 'vitest';
import { junitReport } from '../../src/report/junit.ts';
import type { GatedReport } from '../../src/report/finding-text.ts';
import { GATED, gatedReport, HOSTILE } from './gates.ts';
import { documentOf } from './reports.ts';

function junit(report: GatedReport): string {
  return [...junitReport(report)].join('');
}

test('an incoming document is a test case: failed where it is new, skipped where accepted; unreadable files are errors', () => {
  expect(junit(GATED)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dedupe" tests="3" failures="1" errors="1" skipped="1">
  <testsuite name="told before, at level report" tests="3" failures="1" errors="1" skipped="1">
    <testcase classname="dedupe" name="news/fr.txt" file="news/fr.txt">
      <failure type="translation" message="A translation of news/de.txt (German), 97.0 %.">fr.txt Le barrage de Viège tient bon = de.txt Staudamm bei Visp hält</failure>
    </testcase>
    <testcase classname="dedupe" name="news/it.txt" file="news/it.txt">
      <skipped message="accepted: the Rome desk keeps its own, until 2026-05-31"/>
    </testcase>
    <testcase classname="dedupe" name="gone.txt" file="gone.txt">
      <error type="no-such-file" message="There is no file &quot;gone.txt&quot;."/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('nothing that a document holds opens a tag, ends an attribute, or is a character XML has not', () => {
  const text = junit(gatedReport([documentOf('a', 'de', HOSTILE), documentOf(HOSTILE, 'fr', HOSTILE), documentOf('c', 'it')], HOSTILE));
  const tags = [...text.matchAll(/<[/?]?([a-z]+)/g)].map(([, name]) => name);
  expect(new Set(tags)).toEqual(new Set(['xml', 'testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'error']));
  for (const line of text.split('\n')) expect((line.match(/"/g) ?? []).length % 2).toBe(0);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/u);
  expect(text).toContain('&lt;script&gt;');
});
