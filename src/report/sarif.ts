import { createHash } from 'node:crypto';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { findingSentence, viewsOf, type FindingView, type GatedReport } from './finding-text.ts';
import { inertJson, printable } from './printable.ts';
import { rounded } from './records.ts';
import type { AcceptedFinding, Diagnostic, DocumentReport, Relation } from '../types.ts';

const RULES: Readonly<Record<Relation, { readonly id: string; readonly text: string }>> = {
  copy: { id: 'copy', text: 'An article has the text of another, in the same language, as a whole or for a good part.' },
  translation: { id: 'translation', text: 'An article is another one in a different language.' },
  story: { id: 'story', text: 'An article is an independent report of the event that another one tells of.' },
  related: { id: 'same-report', text: 'An article is in one cluster with another, by way of a third.' },
  unrelated: { id: 'same-report', text: 'An article is in one cluster with another, by way of a third.' },
};

/**
 * The findings of a gate as SARIF 2.1.0 (OASIS Standard), for code scanning. The other version is a related location; what
 * the baseline accepts is a suppressed result. A result's fingerprint is made of what the two texts say, so that it
 * outlives a rename and the order of the run; a second result of the same two texts has `:2` behind it.
 */
export function sarifReport(report: GatedReport): string {
  const { gate, tool, options, diagnostics } = report;
  const fingerprintOf = fingerprints();
  const found = viewsOf(gate.findings, report).map((view) => resultOf(view, fingerprintOf(view)));
  const accepted = viewsOf(gate.accepted, report).map((view) => suppressed(resultOf(view, fingerprintOf(view)), view.finding));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, rules: rules() } },
        automationDetails: { id: `${tool.name}/${options.level}/` },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: diagnostics.map(notificationOf) }],
        columnKind: 'utf16CodeUnits',
        results: [...found, ...accepted],
      },
    ],
  };
  return `${inertJson(JSON.stringify(log, null, 2))}\n`;
}

function rules(): ReportingDescriptor[] {
  const byId = new Map(Object.values(RULES).map(({ id, text }) => [id, text]));
  return [...byId].map(([id, text]) => ({
    id,
    shortDescription: { text: `Told before: ${id}` },
    fullDescription: { text },
    help: { text: 'Remove one version, or accept both: dedupe check … --baseline FILE --update-baseline --reason WHY.' },
    defaultConfiguration: { level: 'error' },
  }));
}

function resultOf(view: FindingView, fingerprint: string): Result {
  const { finding, document, original } = view;
  return {
    ruleId: RULES[finding.relation].id,
    level: 'error',
    message: { text: findingSentence(view) },
    locations: [locationOf(document)],
    relatedLocations: [{ id: 1, ...locationOf(original), message: { text: 'The version that was there before.' } }],
    // GitHub knows a result again by the second name only.
    partialFingerprints: { 'contentPair/v1': fingerprint, primaryLocationLineHash: fingerprint },
    properties: { probability: rounded(finding.probability), cluster: finding.cluster },
  };
}

function suppressed(result: Result, { reason }: AcceptedFinding): Result {
  return { ...result, baselineState: 'unchanged', suppressions: [{ kind: 'external', status: 'accepted', justification: reason }] };
}

function fingerprints(): (view: FindingView) => string {
  const counts = new Map<string, number>();
  return ({ document, original }) => {
    const pair = [document.contentHash, original.contentHash].sort().join('\n');
    const hash = createHash('sha256').update(pair).digest('hex').slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}

/** Standard input has no file; which record of a file it is stands in the logical location. */
function locationOf({ path, id }: Pick<DocumentReport, 'path' | 'id'>): Location {
  const logicalLocations = [{ fullyQualifiedName: printable(id), kind: 'resource' }];
  return path === '-' ? { logicalLocations } : { physicalLocation: physicalLocationOf(path), logicalLocations };
}

function physicalLocationOf(path: string): Location['physicalLocation'] {
  const uri = path.split('/').map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
  return { artifactLocation: path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' }, region: { startLine: 1 } };
}

function notificationOf({ code, severity, message, document }: Diagnostic): Notification {
  const locations = document === undefined ? {} : { locations: [{ logicalLocations: [{ fullyQualifiedName: printable(document) }] }] };
  return { descriptor: { id: code }, level: severity, message: { text: message }, ...locations };
}
