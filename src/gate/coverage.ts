import type { Acceptance, Baseline } from './baseline.ts';
import type { DocumentReport } from '../types.ts';

/** What is asked of a document to hold it against an acceptance. */
export type Member = Pick<DocumentReport, 'id' | 'contentHash'>;

/** The members of one cluster that an acceptance covers, two at least. */
export interface Cover {
  readonly acceptance: Acceptance;
  readonly members: readonly string[];
}

/** Finds acceptances by the documents they are about. */
export type AcceptanceIndex = (contentHash: string) => readonly Acceptance[];

/** The index of the acceptances of a baseline that have not expired on `today`. */
export function indexOf({ accepted }: Baseline, today: string): AcceptanceIndex {
  const byHash = new Map<string, Acceptance[]>();
  for (const acceptance of accepted) {
    if (hasExpired(acceptance, today)) continue;
    for (const hash of new Set(acceptance.documents.map(({ contentHash }) => contentHash))) {
      const about = byHash.get(hash);
      if (about === undefined) byHash.set(hash, [acceptance]);
      else about.push(acceptance);
    }
  }
  return (contentHash) => byHash.get(contentHash) ?? [];
}

/** Days compare as text. An acceptance holds to the end of its last day. */
export function hasExpired({ expires }: Acceptance, today: string): boolean {
  return expires !== undefined && expires < today;
}

/**
 * Which members of a cluster were accepted together. An acceptance covers as many documents of one content as it names, so
 * that another copy of an accepted text is new; of several with one content those come first that are called as they were
 * then, then those of the archive, then by id. One that covers a single member accepts nothing.
 */
export function coversOf(members: readonly Member[], index: AcceptanceIndex, isIncoming: (id: string) => boolean): readonly Cover[] {
  const acceptances = new Set(members.flatMap(({ contentHash }) => index(contentHash)));
  return [...acceptances].flatMap((acceptance) => {
    const covered = coveredBy(acceptance, members, isIncoming);
    return covered.length < 2 ? [] : [{ acceptance, members: covered }];
  });
}

function coveredBy({ documents }: Acceptance, members: readonly Member[], isIncoming: (id: string) => boolean): readonly string[] {
  const open = new Map<string, number>();
  for (const { contentHash } of documents) open.set(contentHash, (open.get(contentHash) ?? 0) + 1);
  const names = new Set(documents.map(({ contentHash, id }) => `${contentHash} ${id ?? ''}`));
  const rank = ({ id, contentHash }: Member): number => (names.has(`${contentHash} ${id}`) ? 0 : isIncoming(id) ? 2 : 1);
  const ordered = [...members].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const covered = ordered.filter(({ contentHash }) => {
    const left = open.get(contentHash) ?? 0;
    open.set(contentHash, left - 1);
    return left > 0;
  });
  return covered.map(({ id }) => id).sort();
}
