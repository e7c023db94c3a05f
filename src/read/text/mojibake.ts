import { isUtf8 } from 'node:buffer';
import { highBytesOf } from './single-byte.ts';
import { ownMemory } from '../../kernel/kernel.ts';
import { unitsOf } from '../../kernel/text.ts';

/** A text, and in how many places it was repaired. */
export interface Repaired {
  readonly text: string;
  readonly count: number;
}

/** What UTF-8 is mistaken for: the encodings of Windows in the west and in the east. Each has its own look: MÃ¼nchen, РњРёРЅСЃРє. */
const MISTAKEN_FOR = ['windows-1252', 'windows-1251'] as const;

/** Text that was decoded wrongly, stored and decoded wrongly again is found; three times has not been seen. */
const MOST_ROUNDS = 2;

/** Of the stretches that are no ASCII, the share that must be UTF-8 in disguise before any is touched. */
const LEAST_SHARE = 0.5;

/**
 * Undoes the decoding of UTF-8 as another encoding: a stretch of characters whose bytes in that encoding are UTF-8 becomes
 * what they say. Only where that is plain from the text: most such stretches must be UTF-8, and one of them at least must
 * stand inside a word or be a character of three bytes, as `â€™` is. So `IRMÃ”`, which could be `IRMÔ`, is left alone.
 * The method is that of ftfy (Speer 2019), for two encodings and without its heuristics for single characters.
 */
export function repairMojibake(text: string): Repaired {
  let repaired: Repaired = { text, count: 0 };
  if (!mayBeDisguised(text)) return repaired;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = repaired;
    for (const encoding of MISTAKEN_FOR) {
      const next = repairedFrom(repaired.text, encoding);
      repaired = { text: next.text, count: Math.max(repaired.count, next.count) };
    }
    if (repaired.text === before.text) break;
  }
  return repaired;
}

/** Of each code unit what it is as a byte of UTF-8 in disguise, four bits an encoding; as in `kernel/disguise.ts`. */
let roles: Uint8Array | undefined;
const ROLE_BITS = 4;
const FOLLOWS = 4;

function rolesOfUnits(): Uint8Array {
  const found = ownMemory().bytes(65_536);
  for (const [at, encoding] of MISTAKEN_FOR.entries()) {
    for (const [character, byte] of tableOf(encoding).bytes) found[character.charCodeAt(0)] = (found[character.charCodeAt(0)] ?? 0) | (roleOf(byte) << (at * ROLE_BITS));
  }
  return found;
}

/** How many bytes follow such a first one, or that it is one which follows; 0 where it is neither. */
function roleOf(byte: number): number {
  if (byte < 0xc0) return FOLLOWS;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 1;
  return byte < 0xf0 ? 2 : 3;
}

/** Whether a text has a character in disguise somewhere: most have none, and regular expressions take several times as long to tell. */
function mayBeDisguised(text: string): boolean {
  roles ??= rolesOfUnits();
  return ownMemory().kernel.hasDisguised(unitsOf(text), text.length, roles.byteOffset) !== 0;
}

/** The first byte of two and of three in UTF-8, as the encodings show them: without one there is nothing to repair. */
const LEADS: Readonly<Record<(typeof MISTAKEN_FOR)[number], RegExp>> = {
  'windows-1252': /[ÂÃÄÅÎÏÐÑØÙâãäåæçèéìíð]\P{ASCII}/u,
  'windows-1251': /[РСГД]\P{ASCII}|в[Ђ„]/u,
};

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** What its bytes say, where they are UTF-8. */
  readonly meant?: string;
  readonly isPlain: boolean;
}

function repairedFrom(text: string, encoding: (typeof MISTAKEN_FOR)[number]): Repaired {
  const { bytes, disguised } = tableOf(encoding);
  // In a Russian article nearly every word has a lead, and hardly any what must follow.
  if (!LEADS[encoding].test(text) || !disguised.test(text)) return { text, count: 0 };
  const stretches = [...text.matchAll(/\P{ASCII}+/gu)].map((match) => stretchAt(text, match.index, match[0], bytes));
  const found = stretches.filter(({ meant }) => meant !== undefined);
  if (!found.some(({ isPlain }) => isPlain) || found.length < stretches.length * LEAST_SHARE) return { text, count: 0 };
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, meant } of found) {
    pieces.push(text.slice(at, start), meant ?? '');
    at = end;
  }
  return { text: pieces.join('') + text.slice(at), count: found.length };
}

function stretchAt(text: string, start: number, stretch: string, known: ReadonlyMap<string, number>): Stretch {
  const end = start + stretch.length;
  // No character of UTF-8 but those of ASCII is one byte.
  if (stretch.length < 2) return { start, end, isPlain: false };
  const bytes = Array.from(stretch, (character) => known.get(character));
  const isKnown = bytes.every((byte): byte is number => byte !== undefined);
  const buffer = isKnown ? Buffer.from(bytes) : Buffer.alloc(0);
  if (buffer.length < 2 || !isUtf8(buffer)) return { start, end, isPlain: false };
  const meant = buffer.toString('utf8');
  // What it says may be mojibake itself.
  const isAgain = Object.values(LEADS).some((lead) => lead.test(meant));
  // Letters could be a word as they stand, but for a capital one in the middle: StraÃŸe.
  const isOdd = !LETTERS.test(stretch) || /\p{Ll}/u.test(text.charAt(start - 1));
  const isInWord = LETTER.test(meant) && /\p{L}/u.test(text.charAt(end)) && isOdd;
  return { start, end, meant, isPlain: isInWord || isAgain || meant.length * 3 <= buffer.length || (LETTERS.test(meant) && meant.length > 2) };
}

const LETTER = /^\p{L}+$/u;
const LETTERS = /^[\p{L}\p{M}]+$/u;

interface Table {
  /** What each of its characters is as a byte. */
  readonly bytes: ReadonlyMap<string, number>;
  /** What UTF-8 has for any character but those of ASCII, as the encoding shows it. */
  readonly disguised: RegExp;
}

const tables = new Map<string, Table>();

function tableOf(encoding: string): Table {
  const known = tables.get(encoding) ?? tableFrom(highBytesOf(encoding));
  tables.set(encoding, known);
  return known;
}

function tableFrom(bytes: ReadonlyMap<string, number>): Table {
  const between = (least: number, most: number): string => [...bytes].flatMap(([character, byte]) => (byte >= least && byte <= most ? [character] : [])).join('');
  const next = `[${between(0x80, 0xbf)}]`;
  return { bytes, disguised: new RegExp(`[${between(0xc2, 0xdf)}]${next}|[${between(0xe0, 0xef)}]${next}{2}|[${between(0xf0, 0xf4)}]${next}{3}`, 'u') };
}
