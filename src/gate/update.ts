import type { Acceptance, Baseline } from './baseline.ts';
import { doubtOf } from './doubts.ts';
import type { Gate, Report } from '../types.ts';

/** Why, and until which day, what is new is accepted. */
export interface NewAcceptance {
  readonly reason: string;
  readonly expires?: string;
}

/**
 * The baseline after a run: without what is stale or has expired, and with an acceptance for each cluster that has a new
 * duplicate, of all its members. One that is part of a new one goes. In the order of the documents' names.
 */
export function updatedBaseline(baseline: Baseline, report: Report, { findings }: Gate, today: string, isIncoming: (id: string) => boolean, given: NewAcceptance): Baseline {
  const doubt = doubtOf(report, today, isIncoming);
  const added = acceptancesOf(report, new Set(findings.map(({ cluster }) => cluster)), given);
  const isPart = (old: Acceptance): boolean => added.some(({ documents }) => old.documents.every(({ contentHash }) => documents.some((each) => each.contentHash === contentHash)));
  const kept = baseline.accepted.filter((acceptance) => doubt(acceptance) === undefined && !isPart(acceptance));
  return { source: 'baseline', accepted: [...kept, ...added].map(inOrder).sort((x, y) => (nameOf(x) < nameOf(y) ? -1 : 1)) };
}

function acceptancesOf({ clusters, documents }: Report, chosen: ReadonlySet<string>, { reason, expires }: NewAcceptance): readonly Acceptance[] {
  const hashes = new Map(documents.map(({ id, contentHash }) => [id, contentHash]));
  return clusters.filter(({ id }) => chosen.has(id)).map((cluster) => ({
    documents: cluster.documents.map((id) => ({ contentHash: hashes.get(id) ?? '', id })),
    reason,
    ...(expires === undefined ? {} : { expires }),
  }));
}

function inOrder(acceptance: Acceptance): Acceptance {
  const named = ({ id, contentHash }: Acceptance['documents'][number]): string => `${id ?? ''} ${contentHash}`;
  return { ...acceptance, documents: [...acceptance.documents].sort((x, y) => (named(x) < named(y) ? -1 : 1)) };
}

function nameOf({ documents }: Acceptance): string {
  return documents.map(({ id, contentHash }) => id ?? contentHash).join('\n');
}

/** A baseline as its file has it. */
export function baselineText({ accepted }: Baseline): string {
  const entries = accepted.map(({ documents, reason, expires }) => ({ reason, ...(expires === undefined ? {} : { expires }), documents }));
  return `${JSON.stringify({ schemaVersion: 1, accepted: entries }, null, 2)}\n`;
}
