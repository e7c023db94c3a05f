import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';

/** What is shown to the detector: it is as sure after some pages as after a book, and its time grows with the length. */
const SAMPLE_BYTES = 2 ** 15;
/** Fewer bytes beyond ASCII could be anything. */
const LEAST_BYTES = 4;
/** The detector's own figure, of 100: texts of a sentence or more come above it in all encodings tried, and noise below. */
const LEAST_CONFIDENCE = 28;
/** And it must be this far from the next that reads as another text. */
const LEAST_LEAD = 6;

/**
 * The encoding that bytes are in which are no UTF-8, by how often their letters follow each other (chardet, after ICU's
 * detector); undefined where it is not plain. Names are those of the WHATWG, which `TextDecoder` takes.
 */
export function detectEncoding(bytes: Uint8Array): string | undefined {
  const sample = sampleOf(bytes);
  if (highBytes(sample) < LEAST_BYTES || isBrokenUtf8(sample)) return undefined;
  const readings = analyse(sample).flatMap(({ name, confidence }) => {
    const text = decoded(sample, name);
    return text === undefined ? [] : [{ name, confidence, text }];
  });
  const [best] = readings;
  const rival = readings.find(({ text }) => text !== best?.text);
  if (best === undefined || best.confidence < LEAST_CONFIDENCE) return undefined;
  return best.confidence - (rival?.confidence ?? 0) < LEAST_LEAD ? undefined : best.name.toLowerCase();
}

/** From a little before the first byte beyond ASCII: a page may have a long head of plain letters. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1_000);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function highBytes(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + Number(byte >= 0x80), 0);
}

/** UTF-8 that was damaged, or has a line of something else in it: most of its bytes beyond ASCII are whole characters. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const characters = Buffer.from(bytes).toString('utf8');
  let [whole, broken] = [0, 0];
  for (const character of characters) {
    if (character === '\uFFFD') broken += 1;
    else if (character > '\u007f') whole += Buffer.byteLength(character);
  }
  return whole >= broken;
}

/** The text, if the engine knows the encoding and the bytes are all of it. Control characters beyond ASCII are no text. */
function decoded(bytes: Uint8Array, name: string): string | undefined {
  if (/^(?:UTF|ASCII|ISO-2022)/i.test(name)) return undefined;
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
    return /[\u0080-\u009f]/.test(text) ? undefined : text;
  } catch {
    // No text in this encoding, or one the engine lacks: the detector's next guess may be.
    return undefined;
  }
}

/** Whether the bytes are UTF-8, a last character that is cut aside. */
export function isUtf8Head(head: Uint8Array): boolean {
  if (isUtf8(head)) return true;
  // A character has at most 4 bytes, so a cut one leaves at most 3 at the end.
  return [1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut)) && (head[head.length - cut] ?? 0) >= 0xc2);
}
