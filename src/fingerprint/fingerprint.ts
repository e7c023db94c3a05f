import type { DocumentParts } from '../extract/extract.ts';
import { keyName, type KeyName } from '../extract/key-name.ts';
import type { KeySink } from '../extract/gathering.ts';
import { takeKeys } from '../extract/keys.ts';
import type { Article } from '../types.ts';
import type { Background } from './background.ts';
import { KeyGatherer } from './gather.ts';
import { isMentioned, MentionGatherer, type Mentions } from './mentions.ts';
import { nameWeight, stepsOf } from './weight.ts';
import { normsOf, type PrintCore } from './print.ts';

/**
 * Keys in half of all documents tell nothing, and cost the most. Nor does a common word's spelling beside the word itself
 * (a rate of 22 %): without, sets with noise are judged a little better.
 */
const LEAST_WEIGHT = 0.7;
const LEAST_COGNATE_WEIGHT = 1.5;

/** Longer texts are told by their first sentences: an alignment of 2,000 by 2,000 takes 16 MB and 50 ms. */
const MOST_SENTENCES = 2_000;

/** Gather document after document, one at a time; made with the first. */
let ownGatherer: KeyGatherer | undefined;
const mentionGatherer = new MentionGatherer();

/** The fingerprint of a document: its keys weighted by how rare they are in news (idf by the background). */
export function fingerprint(article: Article, background: Background): PrintCore {
  const { language, shingles } = article;
  const gatherer = (ownGatherer ??= new KeyGatherer());
  const sentences = article.sentences.slice(0, MOST_SENTENCES);
  for (const [index, sentence] of sentences.entries()) {
    for (const { text, family, share } of sentence.keys) gather(gatherer, keyName(family, text), share, index, language.code, background);
  }
  return coreOf(gatherer, language.code, sentences, shingles, background);
}

/** The same straight from the tokens of a document, without an object for a key; besides, its names and figures as it writes them. */
export function printOf(parts: DocumentParts, background: Background): { readonly print: PrintCore; readonly mentions: Mentions } {
  const { document, language, sentences, context, shingles } = parts;
  const gatherer = (ownGatherer ??= new KeyGatherer());
  const read = sentences.slice(0, MOST_SENTENCES);
  let [sentence, isTitle] = [0, false];
  const stepsOfName = (name: KeyName, share: number): number => keptSteps(name, share, language.code, background);
  const sink: KeySink = {
    take(name, start, end, share) {
      gather(gatherer, name, share, sentence, language.code, background);
      if (isMentioned(name.hash)) mentionGatherer.add(name.hash, start, end, isTitle, false);
    },
    takeFrom(own, at, start, end, share) {
      const key = own.hash(at);
      if (!gatherer.again(key, sentence)) enter(gatherer, key, own.figure(at, share, background, stepsOfName), sentence);
      if (isMentioned(key)) mentionGatherer.add(key, start, end, isTitle, own.areOfSeveralWords);
    },
  };
  for (const { tokens, inTitle } of read) {
    isTitle = inTitle;
    takeKeys(tokens, context, sink);
    sentence++;
  }
  const print = coreOf(gatherer, language.code, read, shingles, background);
  return { print, mentions: mentionGatherer.finish(print, document) };
}

function gather(gatherer: KeyGatherer, name: KeyName, share: number, sentence: number, language: string, background: Background): void {
  if (!gatherer.again(name.hash, sentence)) enter(gatherer, name.hash, keptSteps(name, share, language, background), sentence);
}

function enter(gatherer: KeyGatherer, key: number, steps: number, sentence: number): void {
  if (steps > 0) gatherer.enter(key, steps, sentence);
}

/** The steps of a key's weight for such a share of the meaning; 0 where it is not worth keeping. */
function keptSteps(name: KeyName, share: number, language: string, background: Background): number {
  const weight = nameWeight(name, language, background) * share;
  return weight >= (name.family === 'cognate' ? LEAST_COGNATE_WEIGHT : LEAST_WEIGHT) ? stepsOf(weight) : 0;
}

function coreOf(gatherer: KeyGatherer, language: string, sentences: readonly { readonly length: number }[], shingles: Uint32Array, background: Background): PrintCore {
  const factor = background.lengthFactor(language);
  const lengths = new Uint32Array(sentences.length);
  for (const [at, { length }] of sentences.entries()) lengths[at] = Math.max(1, Math.round(length / factor));
  const gathered = gatherer.finish();
  return { language, lengths, ...gathered, shingles, norms: normsOf(gathered) };
}
