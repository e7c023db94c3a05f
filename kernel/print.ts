/**
 * How a packed fingerprint lies, as `src/fingerprint/packed-print.ts` has it: numbers of four bytes that tell how long its lists are, the norms, the shingles, and the
 * lists of which some parts are left out here.
 */
const HEAD: usize = 9;
const NORMS: usize = 5;

const LOW_BITS: u32 = 16;
const WIDE_GAP: u32 = 255;
const BYTE_SENTENCES: u32 = 256;

/** Bits of a detail (`detailOf`), and of one in two bytes. */
const STEP_BITS: u32 = 6;
const STEP_MASK: u32 = (1 << STEP_BITS) - 1;
const SENTENCE_BITS: u32 = 11;
const SENTENCE_MASK: u32 = (1 << SENTENCE_BITS) - 1;
const FIRST_SHIFT: u32 = STEP_BITS + SENTENCE_BITS;
const TIMES_BITS: u32 = 3;
const SHORT_TIMES: u32 = ((1 << TIMES_BITS) - 1) << STEP_BITS;
const SHORT_LOW: u32 = (1 << (STEP_BITS + TIMES_BITS)) - 1;
const SHORT_SHIFT: u32 = FIRST_SHIFT - (STEP_BITS + TIMES_BITS);

export function sentencesOf(print: usize): u32 {
  return load<u32>(print, 4);
}

export function keyCountOf(print: usize): u32 {
  return load<u32>(print, 12);
}

export function wideGapsOf(print: usize): usize {
  return print + ((HEAD + NORMS + <usize>load<u32>(print, 28)) << 2);
}

export function wideDetailsOf(print: usize): usize {
  return wideGapsOf(print) + (<usize>load<u32>(print, 16) << 2);
}

export function detailsOf(print: usize): usize {
  return wideDetailsOf(print) + (<usize>load<u32>(print, 20) << 3);
}

export function lowsOf(print: usize): usize {
  return detailsOf(print) + (<usize>keyCountOf(print) << 1);
}

/** Of each sentence, in two bytes. */
export function lengthsOf(print: usize): usize {
  return lowsOf(print) + (<usize>keyCountOf(print) << 1);
}

/** Whether further sentences have numbers of one byte, and stand last; else of two, and before the gaps. */
export function hasByteSentences(print: usize): bool {
  return sentencesOf(print) <= BYTE_SENTENCES;
}

export function gapsOf(print: usize): usize {
  const further = hasByteSentences(print) ? 0 : load<u32>(print, 24);
  return lengthsOf(print) + ((<usize>sentencesOf(print) + further) << 1);
}

export function furtherOf(print: usize): usize {
  return hasByteSentences(print) ? gapsOf(print) + keyCountOf(print) : lengthsOf(print) + (<usize>sentencesOf(print) << 1);
}

/** Whether what is above a key's low bytes stands among the wide gaps. */
export function isWideGap(gap: u32): bool {
  return gap == WIDE_GAP;
}

export function keyOf(high: u32, low: u32): u32 {
  return (high << LOW_BITS) | low;
}

/** Whether a detail of two bytes stands among the wide ones. */
export function isWideDetail(short: u32): bool {
  return (short & SHORT_TIMES) == 0;
}

export function wholeDetail(short: u32): u32 {
  return (short & SHORT_LOW) | ((short & ~SHORT_LOW) << SHORT_SHIFT);
}

export function stepsIn(detail: u32): u32 {
  return detail & STEP_MASK;
}

export function timesIn(detail: u32): u32 {
  return (detail >>> STEP_BITS) & SENTENCE_MASK;
}

export function firstIn(detail: u32): u32 {
  return detail >>> FIRST_SHIFT;
}

/** Writes the keys and details of a packed fingerprint, four bytes each; how many they are. */
export function unpackKeys(print: usize, keys: usize, details: usize): u32 {
  const count = keyCountOf(print);
  const shorts = detailsOf(print);
  const lows = lowsOf(print);
  const gaps = gapsOf(print);
  let wideGap = wideGapsOf(print);
  let wideDetail = wideDetailsOf(print);
  let high: u32 = 0;
  for (let at: usize = 0; at < count; at++) {
    const gap: u32 = load<u8>(gaps + at);
    if (isWideGap(gap)) {
      high += load<u32>(wideGap);
      wideGap += 4;
    } else {
      high += gap;
    }
    store<u32>(keys + (at << 2), keyOf(high, load<u16>(lows + (at << 1))));
    const short: u32 = load<u16>(shorts + (at << 1));
    if (isWideDetail(short)) {
      store<u32>(details + (at << 2), load<u32>(wideDetail, 4));
      wideDetail += 8;
    } else {
      store<u32>(details + (at << 2), wholeDetail(short));
    }
  }
  return count;
}
