import type { Acceptance, Baseline } from './baseline.ts';
import { hasExpired } from './coverage.ts';
import type { Diagnostic, Report } from '../types.ts';

/** Why an acceptance should go, or be looked at again; undefined where it is in order. */
type Doubt = 'stale' | 'expired' | undefined;

/**
 * Judges the acceptances of a baseline against a report. Stale is one whose texts are not there any more, two of them at
 * least, or are versions of each other no more; the latter can be told only where one of them came in.
 */
export function doubtOf(report: Report, today: string, isIncoming: (id: string) => boolean): (acceptance: Acceptance) => Doubt {
  const clusterOf = new Map(report.clusters.flatMap(({ id, documents }) => documents.map((document) => [document, id] as const)));
  const byHash = new Map<string, string[]>();
  for (const { id, contentHash } of report.documents) {
    const alike = byHash.get(contentHash);
    if (alike === undefined) byHash.set(contentHash, [id]);
    else alike.push(id);
  }
  return (acceptance) => {
    const present = [...new Set(acceptance.documents.map(({ contentHash }) => contentHash))].flatMap((hash) => byHash.get(hash) ?? []);
    if (present.length < 2) return 'stale';
    const clusters = present.flatMap((id) => clusterOf.get(id) ?? []);
    const areTogether = new Set(clusters).size < clusters.length;
    if (!areTogether && present.some(isIncoming)) return 'stale';
    return hasExpired(acceptance, today) ? 'expired' : undefined;
  };
}

/**
 * What there is to say of a baseline, or of what an update `dropped` from it. That an earlier report tells of articles which
 * are gone is nothing to say.
 */
export function doubtsOn(baseline: Baseline, report: Report, today: string, isIncoming: (id: string) => boolean, dropped = false): readonly Diagnostic[] {
  if (baseline.source === 'report') return [];
  const doubt = doubtOf(report, today, isIncoming);
  return baseline.accepted.flatMap((acceptance): Diagnostic[] => {
    const found = doubt(acceptance);
    if (found === undefined) return [];
    const message = `${PARTS[found].happened(acceptance)} ${dropped ? 'It was dropped from the baseline.' : PARTS[found].advice}`;
    return [{ code: `${found}-acceptance`, severity: 'warning', message }];
  });
}

const PARTS = {
  expired: {
    happened: (acceptance: Acceptance): string => `The acceptance of ${namesOf(acceptance)} expired after ${acceptance.expires}, and counts no more.`,
    advice: 'Remove a version, or accept them anew with --update-baseline.',
  },
  stale: {
    happened: (acceptance: Acceptance): string => `The acceptance of ${namesOf(acceptance)} is stale: the texts are not there any more, or are no versions of each other now.`,
    advice: 'Remove it, or let --update-baseline do it.',
  },
} as const;

function namesOf({ documents, reason }: Acceptance): string {
  return `${documents.map(({ id, contentHash }) => id ?? contentHash).join(', ')} ("${reason}")`;
}
