/**
 * Kills a process that adds to an archive, and compacts it all the time, at random moments, and looks what is left.
 *
 *     node --import tsx bench/archive/kills.ts --kills 200
 *
 * With --filled N there are N documents from the start, and it compacts after each it adds: of 40,000, whose segments take several writes to
 * be made one, most kills within ten seconds fall into the midst of that (--within, in milliseconds).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createArchive } from '../../src/archive/archive.ts';
import { View } from '../../src/archive/view.ts';
import { pipelineOptions } from '../../src/options.ts';
import { prepare } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';
import { faultsIn, startAdder } from '../../test/archive/crash.ts';
import { makeNews } from '../news.ts';
import { randomOf } from '../random.ts';
import { readSources } from '../sources.ts';
import { fill } from './fill.ts';
import { recombine } from './recombine.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, filled: { type: 'string', default: '0' }, within: { type: 'string', default: '400' } } });
const [kills, filled, within] = [Number(values.kills), Number(values.filled), Number(values.within)];
const random = randomOf(1);
const folder = mkdtempSync(join(tmpdir(), 'dedupe-kills-'));
if (filled > 0) await fillTo(filled);
const acknowledged: string[] = [];
let [survived, merging] = [0, 0];
for (let kill = 0; kill < kills; kill++) {
  const adder = startAdder(folder, `run${kill}`, { compactEvery: filled > 0 ? 1 : 3 });
  while (adder.acknowledged.length === 0 && adder.child.exitCode === null) await setTimeout(5);
  await setTimeout(random.below(within));
  adder.child.kill('SIGKILL');
  await adder.ended;
  acknowledged.push(...adder.acknowledged);
  if (await isMergeLeft()) merging++;
  const faults = await faultsIn(folder, acknowledged);
  if (faults.length === 0) survived++;
  else console.log(`kill ${kill}: ${faults.slice(0, 5).join('; ')}`);
  if (kill % 20 === 19 || kill === kills - 1) console.log(`${survived} of ${kill + 1} kills survived, ${merging} of them between two writes of a merge; ${acknowledged.length} articles acknowledged`);
}
rmSync(folder, { recursive: true, force: true });

/** Puts so many made-up documents into the archive, which are not acknowledged. */
async function fillTo(documents: number): Promise<void> {
  const options = pipelineOptions();
  const base = Array.from(makeNews(1000, 1, readSources()), ({ lang: language, ...article }) => prepare({ ...article, path: article.id, language }, options));
  const store = await openStore(folder, { readOnly: false });
  createArchive(store, { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false });
  const source = recombine(base, random);
  fill(store, documents, () => {
    const { done, value } = source.next();
    if (done === true) throw new Error('there are no articles to recombine');
    return value;
  }, () => undefined);
  await store.close();
}

async function isMergeLeft(): Promise<boolean> {
  const store = await openStore(folder, { readOnly: true });
  try {
    return new View(store).meta.merges.length > 0;
  } finally {
    await store.close();
  }
}
