import { postedOf } from '../block/posted.ts';
import { prepare } from '../pipeline.ts';
import { flush } from './indexing.ts';
import { keyAfter, keyOf, KIND } from './keys.ts';
import { marksOf } from './marks.ts';
import { partnersKept, putPair, removePair } from './pairs.ts';
import { findPartners, newcomer } from './partners.ts';
import { BLOCK_BITS } from './block.ts';
import { encodeKept, keptOf } from './record.ts';
import { regroup, type Writing } from './writing.ts';

/** Judges every pair anew, by the fingerprints that are there. */
export function judgeAnew(writing: Writing): void {
  const { view, writer, finder, options, touched } = writing;
  const numbers = [...view.numbers()];
  for (const number of numbers) for (const other of partnersKept(view.store, number)) removePair(view.store, writer, number, other);
  let pairs = 0;
  for (const number of numbers) {
    touched.add(number);
    const kept = view.keptAt(number);
    if (kept === undefined) continue;
    const known = new Set(partnersKept(view.store, number));
    const partners = findPartners(view, finder, newcomer(kept.prepared), options, number).partners.filter((partner) => !known.has(partner.number));
    for (const { number: other, judgement, isJudged } of partners) putPair(view.store, writer, { a: number, b: other, judgement, isJudged });
    pairs += partners.length;
  }
  view.meta = { ...view.meta, pairs };
  regroup(writing);
}

/** Makes every fingerprint anew from the texts that are kept, and the index of them. The old ones are not even read: they may be written otherwise. */
export function printAnew({ view, writer, options }: Writing): void {
  const numbers = [...view.numbers()];
  const all = numbers.flatMap((number) => {
    const head = view.headAt(number);
    if (head?.text === undefined) return [];
    const document = { ...head.document, ...(head.title === undefined ? {} : { title: head.title }), text: head.text };
    return [{ number, kept: { ...keptOf(prepare(document, options), head.text), isPosted: head.isPosted } }];
  });
  for (const number of numbers) if (number < view.meta.freshFrom) writer.remove(keyOf(KIND.block, number >>> BLOCK_BITS));
  view.meta = { ...view.meta, freshFrom: 0, segments: [] };
  for (const key of Array.from(view.store.keys(keyOf(KIND.postings), keyAfter(KIND.postings)))) writer.remove(key);
  view.freshMarks.removeBefore(view.meta.next);
  view.dropHeld();
  for (const { number, kept } of all) {
    writer.put(keyOf(KIND.fresh, number), encodeKept(kept));
    if (kept.isPosted) view.freshMarks.add(number, marksOf(postedOf(kept.prepared.print)));
  }
  flush(view, writer);
}
