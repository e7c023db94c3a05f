import { guessByNgrams } from './eld.ts';
import { francAll } from './franc.ts';
import { dominantScript } from './script.ts';
import { LANGUAGES, languagesIn, type LanguageRow } from './table.ts';
import type { CleanDocument, LanguageGuess } from '../types.ts';

/** Characters that are looked at: the detectors are as sure after 1,000 as after the whole article. */
const SAMPLE = 1_500;

/** Under this many characters a detector's guess is weaker than what the source declares. */
const SHORT_TEXT = 120;

/** eld says `no` for what BCP 47 calls `nb`. */
const BCP47_OF_ELD: Readonly<Record<string, string>> = { no: 'nb' };

/**
 * Which language a document is in.
 *
 * The script decides where one language alone writes it. Else the n-grams of `eld` do (its extra small model: as right as the
 * large one on news, a tenth of the time to load), and those of `franc` where eld is unsure or is known to take another language for its own.
 * What the source declares breaks the tie for short texts and close relatives.
 */
export function detectLanguage(clean: CleanDocument): LanguageGuess {
  const sample = sampleOf(clean);
  const script = dominantScript(sample);
  if (script === 'Zyyy') return { code: 'und', confidence: 0 };
  const declared = declaredLanguage(clean.document.language, script);
  const written = languagesIn(script);
  const only = written.length === 1 ? written[0] : undefined;
  if (only !== undefined) return { code: only.code, confidence: 1 };
  if (declared !== undefined && sample.length < SHORT_TEXT) return { code: declared.code, confidence: 0.8 };
  return detectByLetters(sample, script, declared);
}

function detectByLetters(sample: string, script: string, declared: LanguageRow | undefined): LanguageGuess {
  const guess = guessByNgrams(sample);
  const row = LANGUAGES.get(BCP47_OF_ELD[guess.language] ?? guess.language);
  const sure = row !== undefined && row.script === script && guess.isReliable;
  if (sure && declared?.code === row.code) return { code: row.code, confidence: 1 };
  if (sure && row.absorbs.length === 0) return { code: row.code, confidence: 0.98 };
  if (sure) {
    const kin = row.absorbs.flatMap((code) => LANGUAGES.get(code) ?? []);
    if (declared !== undefined && kin.includes(declared)) return { code: declared.code, confidence: 0.9 };
    return francAll(sample, [row, ...kin]) ?? { code: row.code, confidence: 0.9 };
  }
  if (declared !== undefined) return { code: declared.code, confidence: 0.7 };
  const second = francAll(sample, languagesIn(script));
  if (second !== undefined) return { code: second.code, confidence: Math.min(second.confidence, 0.6) };
  return row === undefined ? { code: 'und', confidence: 0 } : { code: row.code, confidence: 0.4 };
}

/** The row of the declared language, if it is written in the script seen: a feed's default language is often wrong. */
function declaredLanguage(declared: string | undefined, script: string): LanguageRow | undefined {
  const code = (declared ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const row = LANGUAGES.get(BCP47_OF_ELD[code] ?? code);
  return row?.script === script ? row : undefined;
}

function sampleOf({ document, body }: CleanDocument): string {
  const sample = startOf(body);
  return sample.length < SHORT_TEXT ? `${document.title ?? ''} ${sample}`.trim() : sample;
}

/** The first characters of a text, white space as one space each. Most texts have little of it: then a short piece does. */
function startOf(body: string): string {
  const short = collapsed(body.slice(0, SAMPLE + USUAL_SPACES));
  return (short.length < SAMPLE && body.length > SAMPLE + USUAL_SPACES ? collapsed(body.slice(0, 2 * SAMPLE)) : short).slice(0, SAMPLE);
}

const USUAL_SPACES = 100;

/** White space as one space each, none at the ends. A single space is no match: most white space is. */
function collapsed(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/gu, ' ').trim();
}
