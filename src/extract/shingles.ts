/** Words in a shingle: two in a row are common phrases; of four too few survive a desk that changes one word in ten. */
const SHINGLE_WORDS = 3;

/** Shingles kept of a long document at most (64 at least): a containment of one half has a standard error of 0.06 with 64. */
const SAMPLE_SIZE = 128;

/** Bits of a hashed word sequence. With 28 a stored fingerprint would be 46 bytes smaller; one article in two hundred would have another sample. */
export const SHINGLE_BITS = 32;

/**
 * A sample of a document's hashed word sequences, ascending: those under a cut-off that halves until the sample is small
 * enough (a text of fewer than three words is one shingle), so that any two samples can be compared at the lower of both cut-offs.
 *
 * Source: FracMinHash (Irber et al. 2022), with the scale chosen by document.
 */
export function sampleShingles(words: ArrayLike<number>): Uint32Array {
  const size = Math.max(1, Math.min(SHINGLE_WORDS, words.length));
  const hashes = new Uint32Array(Math.max(0, words.length - size + 1));
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0;
    for (let offset = 0; offset < size; offset++) hash = mix(hash ^ (words[at + offset] ?? 0));
    hashes[at] = hash;
  }
  let cut = ALL;
  let under: Uint32Array = hashes;
  while (under.length > SAMPLE_SIZE && cut > 1) under = hashesUnder(under, (cut /= 2));
  let sample = distinct(under);
  // A text that repeats itself may have a cut-off higher than that: only now, with few left, is it worth sorting them.
  for (; cut < ALL; cut *= 2) {
    const wider = distinct(hashesUnder(hashes, 2 * cut));
    if (wider.length > SAMPLE_SIZE) break;
    sample = wider;
  }
  return sample;
}

/** The cut-off that all hashes are under. */
const ALL = 2 ** SHINGLE_BITS;

function hashesUnder(hashes: Uint32Array, cut: number): Uint32Array {
  const under = new Uint32Array(hashes.length);
  let count = 0;
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0;
    if (hash < cut) under[count++] = hash;
  }
  return under.subarray(0, count);
}

/** The hashes once each, ascending. */
function distinct(hashes: Uint32Array): Uint32Array {
  const ascending = hashes.slice().sort();
  let count = 0;
  for (let at = 0; at < ascending.length; at++) {
    const hash = ascending[at] ?? 0;
    if (at === 0 || hash !== ascending[count - 1]) ascending[count++] = hash;
  }
  return ascending.slice(0, count);
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a (Fowler, Noll, Vo; public domain) over UTF-16 units, finalised. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}
