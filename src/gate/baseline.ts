import { UsageError } from '../errors.ts';

/** A document of an acceptance: what it says, and what it was called then, for people and to tell copies apart. */
export interface AcceptedDocument {
  readonly contentHash: string;
  readonly id?: string;
}

/** Documents that may be versions of each other. */
export interface Acceptance {
  readonly documents: readonly AcceptedDocument[];
  readonly reason: string;
  /** The last day on which it holds, `2026-05-31`; for good where there is none. */
  readonly expires?: string;
}

/** The duplicates that someone accepted. */
export interface Baseline {
  readonly accepted: readonly Acceptance[];
  /** Whether it was written as a baseline, or is an earlier report, whose clusters are taken for accepted. */
  readonly source: 'baseline' | 'report';
}

/** Where nobody accepted anything yet. */
export const EMPTY_BASELINE: Baseline = { accepted: [], source: 'baseline' };

type Fields = Readonly<Record<string, unknown>>;

/**
 * The baseline in the value of a JSON file: `{schemaVersion: 1, accepted: […]}`, or a report of `--json`. `file` is for
 * messages. Throws `UsageError` for what is neither, and for an acceptance that is not whole.
 */
export function baselineIn(value: unknown, file: string): Baseline {
  const content = fieldsOf(value);
  const { accepted, clusters, documents } = content;
  if (Array.isArray(accepted)) {
    checkKeys(content, ['$schema', 'schemaVersion', 'accepted'], file);
    if (content['schemaVersion'] !== 1) throw broken(file, `"schemaVersion" is ${JSON.stringify(content['schemaVersion'])} and not 1`);
    return { source: 'baseline', accepted: accepted.map((entry: unknown, at) => acceptanceIn(entry, `${file}, accepted[${at}]`)) };
  }
  if (Array.isArray(clusters) && Array.isArray(documents)) return { source: 'report', accepted: clustersIn(clusters, documents, file) };
  throw broken(file, 'has neither "accepted" nor the "clusters" and "documents" of a report');
}

function acceptanceIn(value: unknown, place: string): Acceptance {
  const fields = fieldsOf(value);
  const { documents, reason, expires } = fields;
  checkKeys(fields, ['documents', 'reason', 'expires'], place);
  if (typeof reason !== 'string' || reason.trim() === '') throw broken(place, '"reason" is missing or empty');
  if (expires !== undefined && (typeof expires !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(expires))) {
    throw broken(place, `"expires" is ${JSON.stringify(expires)} and no day as 2026-05-31`);
  }
  const read = Array.isArray(documents) ? documents.map((each: unknown) => documentIn(each, place)) : [];
  if (read.length < 2) throw broken(place, '"documents" has fewer than two documents');
  return { documents: read, reason, ...(expires === undefined ? {} : { expires }) };
}

function documentIn(value: unknown, place: string): AcceptedDocument {
  const { contentHash, id } = fieldsOf(value);
  if (typeof contentHash !== 'string' || contentHash === '') throw broken(place, 'a document has no "contentHash"');
  return { contentHash, ...(typeof id === 'string' ? { id } : {}) };
}

function clustersIn(clusters: readonly unknown[], documents: readonly unknown[], file: string): readonly Acceptance[] {
  const hashes = new Map(documents.map(fieldsOf).map(({ id, contentHash }) => [id, contentHash]));
  return clusters.map(fieldsOf).map(({ documents: members }) => ({
    documents: (Array.isArray(members) ? members : []).map((id: unknown) => documentIn({ id, contentHash: hashes.get(id) }, file)),
    reason: `in ${file}`,
  }));
}

/** A slip in a key would leave an acceptance without its end, and nobody would know. */
function checkKeys(fields: Fields, known: readonly string[], place: string): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown !== undefined) throw broken(place, `the key "${unknown}" is none of ${known.join(', ')}`);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function broken(place: string, fault: string): UsageError {
  return new UsageError({
    code: 'bad-baseline',
    happened: `${place} can't be used as a baseline: ${fault}.`,
    expected: 'A file that --update-baseline wrote, or a report of --json of this version or a later one.',
    advice: 'Mend it by schema/baseline.schema.json, or write it anew with --update-baseline.',
  });
}
