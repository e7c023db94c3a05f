import { lexiconOf, type Entry } from './lexicon.ts';
import { readTable, tableRows } from '../data/load.ts';
import { romanise } from './fold.ts';
import { skeleton } from './skeleton.ts';

/**
 * A piece of an unspaced run: an entry of the lexicon, a name written by sound, two Chinese characters of something else, or
 * a word as a segmenter finds it.
 */
export interface RunPiece {
  readonly kind: 'entry' | 'sound' | 'pair' | 'word';
  readonly entries: readonly Entry[];
  /** Romanised for `sound`, as written for `pair`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Languages without spaces whose words Intl.Segmenter finds (ICU's dictionaries). */
const SEGMENTED = new Set(['th', 'lo', 'km', 'my']);

const segmenters = new Map<string, Intl.Segmenter>();

/** Characters with which Chinese writes foreign names by their sound. */
const BY_SOUND = new Set(tableRows(readTable('transliteration.tsv')).flatMap(([characters]) => [...(characters ?? '')]));
const KATAKANA = /[\u30a0-\u30ff]/u;

/**
 * A run of unspaced text taken apart: at each place the longest form of the lexicon, else a stretch of katakana or
 * of characters that write by sound, else each two characters. Offsets count from the start of the run plus `offset`.
 */
export function splitRun(run: string, offset: number, language: string): RunPiece[] {
  if (SEGMENTED.has(language)) return splitBySegmenter(run, offset, language);
  const pieces: RunPiece[] = [];
  let at = 0;
  while (at < run.length) {
    const length = longestEntry(run, at, language);
    if (length > 0) {
      const text = run.slice(at, at + length);
      pieces.push({ kind: 'entry', entries: lexiconOf(language).runs.get(text) ?? [], text, start: offset + at, end: offset + at + length });
      at += length;
      continue;
    }
    const sound = soundLength(run, at, language);
    if (sound > 0) {
      const text = romaniseRun(run.slice(at, at + sound));
      pieces.push({ kind: 'sound', entries: [], text, start: offset + at, end: offset + at + sound });
      at += sound;
      continue;
    }
    if (isContent(run, at) && isContent(run, at + 1)) {
      pieces.push({ kind: 'pair', entries: [], text: run.slice(at, at + 2), start: offset + at, end: offset + at + 2 });
    }
    at++;
  }
  return pieces;
}

/** Entries of the lexicon first, since names are parted by the segmenter; the stretches between them by the segmenter. */
function splitBySegmenter(run: string, offset: number, language: string): RunPiece[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  const pieces: RunPiece[] = [];
  let at = 0;
  for (const { segment, index } of segmenter.segment(run)) {
    const segmentEnd = index + segment.length;
    while (at < segmentEnd) {
      const length = longestEntry(run, at, language);
      const end = length > 0 ? at + length : segmentEnd;
      const text = run.slice(at, end);
      const entries = length > 0 ? (lexiconOf(language).runs.get(text) ?? []) : [];
      pieces.push({ kind: length > 0 ? 'entry' : 'word', entries, text, start: offset + at, end: offset + end });
      at = end;
    }
  }
  return pieces;
}

/** The entries of the longest form of the lexicon that a run begins with. */
export function startingEntries(run: string, language: string): readonly Entry[] {
  const length = longestEntry(run, 0, language);
  return length === 0 ? [] : (lexiconOf(language).runs.get(run.slice(0, length)) ?? []);
}

function longestEntry(run: string, at: number, language: string): number {
  const { runs, longestRun } = lexiconOf(language);
  for (let length = Math.min(longestRun, run.length - at); length >= 1; length--) {
    if (runs.has(run.slice(at, at + length))) return length;
  }
  return 0;
}

/** Length of the foreign name that begins here: katakana, or three and more Chinese characters that write by sound. */
function soundLength(run: string, at: number, language: string): number {
  let end = at;
  if (KATAKANA.test(run[at] ?? '')) {
    while (end < run.length && KATAKANA.test(run[end] ?? '')) end++;
    return end - at >= 2 ? end - at : 0;
  }
  if (language !== 'zh') return 0;
  while (end < run.length && BY_SOUND.has(run[end] ?? '') && (end === at || longestEntry(run, end, language) < 2)) end++;
  return end - at >= 3 ? end - at : 0;
}

/** Chinese syllables end in `ng` where the foreign name has `n`: 朗 lang, 普京 pujing. */
function romaniseRun(text: string): string {
  return [...text].map((character) => romanise(character).replace(/ng$/u, 'n')).join('');
}

function isContent(run: string, at: number): boolean {
  const unit = run.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** The skeleton of a name written by sound. */
export function soundSkeleton(piece: RunPiece): string {
  return skeleton(piece.text);
}
