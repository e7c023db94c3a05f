import type { Verdict } from '../../gate/ledger.ts';
import { ndjsonLine } from '../../report/ndjson.ts';
import { diagnosticRecord, rounded } from '../../report/records.ts';
import type { Diagnostic, Document } from '../../types.ts';

/** The event of a document that came: whether it was told before, and the known document it is most like. */
export function judgedEvent({ document, language, duplicate, nearest, accepted }: Verdict): string {
  const { id, path, title } = document;
  const near = nearest && { id: nearest.document.id, path: nearest.document.path, relation: nearest.relation, probability: rounded(nearest.probability) };
  const acceptance = accepted && { reason: accepted.reason, ...(accepted.expires === undefined ? {} : { expires: accepted.expires }) };
  return ndjsonLine({ type: 'judged', id, path, ...(title === undefined ? {} : { title }), language, duplicate, ...(near && { nearest: near }), ...(acceptance && { accepted: acceptance }) });
}

/** The event of a document whose file is gone, or holds another text now. */
export function removedEvent({ id, path }: Pick<Document, 'id' | 'path'>): string {
  return ndjsonLine({ type: 'removed', id, path });
}

/** The event of something that could not be read. */
export function diagnosticEvent(diagnostic: Diagnostic): string {
  return ndjsonLine({ type: 'diagnostic', ...diagnosticRecord(diagnostic) });
}

/** What was counted when the watch ended. */
export interface WatchCounts {
  readonly judged: number;
  readonly duplicates: number;
  readonly accepted: number;
}

/** The last event. */
export function summaryEvent({ judged, duplicates, accepted }: WatchCounts): string {
  return ndjsonLine({ type: 'summary', judged, duplicates, accepted });
}
