/**
 * The loops that a run is in for most of its time, in AssemblyScript: `npm run build` makes `dist/kernel.wasm` of them. A processor is
 * through them in a third of the time that JavaScript over typed arrays takes, where each access is checked and looks up where its array lies.
 *
 * All work on memory that is given by addresses in bytes, and keep nothing themselves; `src/kernel/kernel.ts` has their types.
 */
export { letters } from './text';
export { hasDisguised } from './disguise';
export { ngramSlot, addNgrams } from './ngrams';
export { enterTrigram, addDistances } from './trigrams';
export { hashShingles, hashesUpTo, distinct } from './shingles';
export { sortKeys } from './gather';
export { unpackKeys } from './print';
export { postKeys, postSequences, sift, countKeys, moveKeys, postDocument } from './postings';
export { enterLists, cutLists, fetchRange, addRange, offer, offerRange } from './partners';
export { markKeys, unmarkKeys, glanceAt } from './glance';
export { makeLogs, readSide } from './side';
export { shareKeys, addLikeness } from './share';
export { addGains, firstFeatures } from './gains';
export { alignGains, bestPartners } from './paths';
export { addAgreement, addOwn } from './agreement';
