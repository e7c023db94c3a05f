import { acceptanceText, findingSentence, viewsOf, type FindingView, type GatedReport } from './finding-text.ts';
import { placeOf } from './place.ts';
import { printable } from './printable.ts';
import type { Diagnostic } from '../types.ts';

/**
 * The findings of a gate as JUnit XML, which CI servers show as tests: an incoming document is a test case. It fails where
 * it was told before, is skipped where that was accepted, and what could not be read is an error.
 */
export function* junitReport(report: GatedReport): Generator<string> {
  const { gate, tool } = report;
  const failed = new Map(viewsOf(gate.findings, report).map((view) => [view.finding.document, view]));
  const skipped = new Map(viewsOf(gate.accepted, report).map((view) => [view.finding.document, view]));
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  const incoming = new Set(gate.incoming);
  const cases = report.documents.filter(({ id }) => incoming.has(id));
  const counts = `tests="${cases.length + errors.length}" failures="${failed.size}" errors="${errors.length}" skipped="${skipped.size}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(tool.name)}" ${counts}>\n`;
  yield `  <testsuite name="${xml(`told before, at level ${report.options.level}`)}" ${counts}>\n`;
  for (const document of cases) {
    const [failure, accepted] = [failed.get(document.id), skipped.get(document.id)];
    const outcome = failure !== undefined ? failureOf(failure) : accepted === undefined ? '' : `<skipped message="${xml(acceptanceText(accepted.finding))}"/>`;
    yield testCase(placeOf(document), document.path, outcome);
  }
  for (const error of errors) yield testCase(error.document ?? error.code, error.document, errorOf(error));
  yield '  </testsuite>\n</testsuites>\n';
}

function testCase(name: string, file: string | undefined, outcome: string): string {
  const start = `    <testcase classname="dedupe" name="${xml(name)}"${file === undefined ? '' : ` file="${xml(file)}"`}`;
  return outcome === '' ? `${start}/>\n` : `${start}>\n      ${outcome}\n    </testcase>\n`;
}

function failureOf(view: FindingView): string {
  const titles = [view.document, view.original].map(({ title = '', id }) => `${id} ${title}`);
  return `<failure type="${view.finding.relation}" message="${xml(findingSentence(view))}">${xml(titles.join(' = '))}</failure>`;
}

function errorOf({ code, message }: Diagnostic): string {
  return `<error type="${xml(code)}" message="${xml(message)}"/>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML 1.0, in an attribute or between tags: nothing that XML has no way to write, and no line breaks. */
function xml(text: string): string {
  return printable(text).replace(/[\ufffe\uffff]/g, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
