import { collectDocuments } from '../../src/read/collect.ts';
import { pipelineOptions } from '../../src/options.ts';
import { takeApart } from '../../src/pipeline.ts';
import type { Diagnostic, Document } from '../../src/types.ts';
import { inputOf } from './input.ts';

/** Reads the inputs from a seed on, one after the other and without end, and tells the parent of each and of what fails. */
const options = pipelineOptions();
// The parent is gone: nobody would hear of it any more.
process.on('disconnect', () => process.exit());
for (let seed = Number(process.argv[2]); ; seed += 1) {
  process.send?.({ seed });
  const failure = await failureOf(seed);
  if (failure !== undefined) process.send?.({ seed, failure });
}

async function failureOf(seed: number): Promise<string | undefined> {
  const { bytes, step } = inputOf(seed);
  try {
    const { documents, diagnostics } = await collectDocuments(['-'], { cwd: '/', stdin: inSteps(bytes, step) });
    for (const document of documents) takeApart(document, options);
    return wrongAnswer(documents, diagnostics);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function* inSteps(bytes: Buffer, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

/** What no input may lead to. */
function wrongAnswer(documents: readonly Document[], diagnostics: readonly Diagnostic[]): string | undefined {
  if (documents.length + diagnostics.length === 0) return 'neither a document nor a word';
  if (new Set(documents.map(({ id }) => id)).size < documents.length) return 'an id twice';
  if (documents.some(({ text }) => text.trim() === '')) return 'a document without text';
  if (diagnostics.some(({ message }) => message.length > 2_000)) return 'a message too long to read';
  return Object.hasOwn(Object.prototype, 'polluted') ? 'a prototype was changed' : undefined;
}
