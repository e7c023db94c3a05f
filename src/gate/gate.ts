import { EMPTY_BASELINE, type Baseline } from './baseline.ts';
import { coversOf, indexOf, type AcceptanceIndex, type Cover } from './coverage.ts';
import { nearestOf, type Nearest } from './nearest.ts';
import { doubtsOn } from './doubts.ts';
import type { AcceptedFinding, Cluster, Diagnostic, DocumentReport, Finding, Gate, Report } from '../types.ts';

/** What a report is gated by. */
export interface GateOptions {
  /** The ids of the documents that came in; all of them where nothing is said. */
  readonly incoming?: ReadonlySet<string>;
  readonly baseline?: Baseline;
  /** The day by which an acceptance has expired, `2026-05-31`; without one none has. */
  readonly today?: string;
  /** New duplicates that are let through; 0 by default. */
  readonly max?: number;
}

/** Before any day that an acceptance may name. */
const NO_DAY = '';

/**
 * Which incoming documents of a report were told before. In a cluster with a document of the archive every incoming one
 * was; in one without, all but the representative. What an acceptance covers counts as known: it is no finding, and
 * whatever else joins it is one. The diagnostics tell of acceptances that have expired or are about nothing any more.
 */
export function gateOf(report: Report, options: GateOptions = {}): { readonly gate: Gate; readonly diagnostics: readonly Diagnostic[] } {
  const { incoming, baseline = EMPTY_BASELINE, today = NO_DAY, max = 0 } = options;
  const isIncoming = (id: string): boolean => incoming === undefined || incoming.has(id);
  const documents = new Map(report.documents.map((document) => [document.id, document]));
  const context: Context = { documents, index: indexOf(baseline, today), nearest: nearestOf(report), isIncoming };
  const found = report.clusters.map((cluster) => findingsIn(cluster, context));
  const asked = report.documents.map(({ id }) => id).filter(isIncoming);
  const gate = {
    incoming: asked,
    archive: report.documents.length - asked.length,
    max,
    findings: found.flatMap(({ findings }) => findings).sort(byDocument),
    accepted: found.flatMap(({ accepted }) => accepted).sort(byDocument),
  };
  return { gate, diagnostics: doubtsOn(baseline, report, today, isIncoming) };
}

function byDocument(x: Finding, y: Finding): number {
  return x.document < y.document ? -1 : 1;
}

interface Context {
  readonly documents: ReadonlyMap<string, DocumentReport>;
  readonly index: AcceptanceIndex;
  readonly nearest: Nearest;
  readonly isIncoming: (id: string) => boolean;
}

interface Found {
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

function findingsIn(cluster: Cluster, { documents, index, nearest, isIncoming }: Context): Found {
  const covers = coversOf(cluster.documents.flatMap((id) => documents.get(id) ?? []), index, isIncoming);
  const covered = new Set(covers.flatMap(({ members }) => members));
  const known = cluster.documents.filter((id) => covered.has(id) || !isIncoming(id));
  const originals = known.length === 0 ? [cluster.representative] : known;
  const told = without(cluster.documents, originals);
  return {
    findings: told.map((document) => ({ document, cluster: cluster.id, ...nearest(document, originals, cluster) })),
    accepted: covers.flatMap((cover) => acceptedIn(cover, cluster, nearest, isIncoming)),
  };
}

/** The incoming ones of an acceptance; where it covers nothing else, all but the representative. */
function acceptedIn({ acceptance, members }: Cover, cluster: Cluster, nearest: Nearest, isIncoming: Context['isIncoming']): readonly AcceptedFinding[] {
  const { reason, expires } = acceptance;
  const archived = members.filter((id) => !isIncoming(id));
  const first = members.filter((id) => id === cluster.representative);
  const originals = archived.length > 0 ? archived : first.length > 0 ? first : members.slice(0, 1);
  return without(members, originals)
    .map((document) => ({ document, cluster: cluster.id, ...nearest(document, originals, cluster), reason, ...(expires === undefined ? {} : { expires }) }));
}

function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Set(others);
  return ids.filter((id) => !left.has(id));
}
