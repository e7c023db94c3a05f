/**
 * Kills a process that adds to an archive, and compacts it all the time, at random moments, and looks what is left.
 *
 *     node --import tsx bench/archive/kills.ts 200
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { faultsIn, startAdder } from '../../test/archive/crash.ts';
import { randomOf } from '../random.ts';

const kills = Number(process.argv[2] ?? '200');
const random = randomOf(1);
const folder = mkdtempSync(join(tmpdir(), 'dedupe-kills-'));
const acknowledged: string[] = [];
let survived = 0;
for (let kill = 0; kill < kills; kill++) {
  const adder = startAdder(folder, `run${kill}`, { compactEvery: 3 });
  while (adder.acknowledged.length === 0 && adder.child.exitCode === null) await setTimeout(5);
  await setTimeout(random.below(400));
  adder.child.kill('SIGKILL');
  await adder.ended;
  acknowledged.push(...adder.acknowledged);
  const faults = await faultsIn(folder, acknowledged);
  if (faults.length === 0) survived++;
  else console.log(`kill ${kill}: ${faults.slice(0, 5).join('; ')}`);
  if (kill % 20 === 19) console.log(`${survived} of ${kill + 1} kills survived, ${acknowledged.length} articles acknowledged`);
}
console.log(`${survived} of ${kills} kills survived, ${acknowledged.length} articles acknowledged`);
rmSync(folder, { recursive: true, force: true });
