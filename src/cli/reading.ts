import { UsageError } from '../errors.ts';
import { INPUT_FORMATS, type ReadOptions } from '../read/event.ts';
import { FIELD_NAMES, type FieldMap, type FieldName } from '../read/records/fields.ts';
import type { GivenFlags } from './flags.ts';
import { didYouMean, nearest } from './nearest.ts';

/** What the flags say of reading, as `readDocuments` takes it. */
export type Reading = Omit<ReadOptions, 'cwd' | 'stdin'>;

type ReadingFlags = Pick<GivenFlags, 'inputFormat' | 'fields' | 'maxDocument' | 'maxDepth' | 'maxExpansion'>;

/** The flags of reading, checked. Throws `UsageError`. */
export function readingOf({ inputFormat, fields, maxDocument, maxDepth, maxExpansion }: ReadingFlags): Reading {
  const format = INPUT_FORMATS.find((name) => name === inputFormat);
  return {
    ...(format === undefined ? {} : { format }),
    ...(fields === undefined ? {} : { fields: fieldMap(fields) }),
    ...(maxDocument === undefined ? {} : { maxDocumentCharacters: countOf('--max-document', maxDocument) }),
    ...(maxDepth === undefined ? {} : { maxDepth: countOf('--max-depth', maxDepth) }),
    ...(maxExpansion === undefined ? {} : { maxExpansion: countOf('--max-expansion', maxExpansion) }),
  };
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 };

/** A whole number above zero; `k` and `M` stand for thousands and millions. */
function countOf(flag: string, given: string): number {
  const [, figures = '', unit = ''] = /^(\d{1,9})([km]?)$/i.exec(given.trim()) ?? [];
  const count = Number(figures) * (UNITS[unit.toLowerCase()] ?? 1);
  if (count > 0) return count;
  throw new UsageError({
    code: 'bad-limit',
    happened: `${flag} was given "${given}".`,
    expected: 'A whole number above zero, with k or M for thousands or millions if wanted.',
    advice: 'Leave it out for the default that `dedupe --help` names.',
  });
}

/** `text=body,id=guid` as a map; given more than once, the maps add up. */
function fieldMap(given: readonly string[]): FieldMap {
  const map: Partial<Record<FieldName, string>> = {};
  for (const pair of given.flatMap((each) => each.split(','))) {
    const [left = '', right = ''] = pair.split(/=(.*)/s, 2).map((part) => part.trim());
    const field = FIELD_NAMES.find((name) => name === left);
    if (field === undefined || right === '') throw badField(pair, left);
    map[field] = right;
  }
  return map;
}

function badField(pair: string, left: string): UsageError {
  return new UsageError({
    code: 'bad-fields',
    happened: `--fields was given "${pair}".`,
    expected: `FIELD=NAME pairs with commas between; the fields are ${FIELD_NAMES.join(', ')}.`,
    advice: didYouMean(nearest(left, FIELD_NAMES, 1), 'For example --fields text=body,id=guid; a.b is b inside a, and 3 the third column.'),
  });
}
