import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { Archive } from '../../src/archive/archive.ts';
import { verify } from '../../src/archive/verify.ts';
import { openStore } from '../../src/store/open.ts';

/** A process that adds to an archive. */
export interface Adder {
  readonly child: ChildProcess;
  /** The ids it was told are safe, so far. */
  readonly acknowledged: string[];
  readonly stderr: string[];
  readonly ended: Promise<number | null>;
}

/** Starts one; it compacts after every so many articles, and ends after `most`. `before` is a line of shell that comes first. */
export function startAdder(folder: string, name: string, { compactEvery = 0, most = Infinity, before = '' }: { compactEvery?: number; most?: number; before?: string } = {}): Adder {
  const argv = ['--import', 'tsx', resolve('test/archive/adder.mjs'), folder, name, String(compactEvery), String(most)];
  const child = spawn('bash', ['--norc', '-c', `${before}exec "$0" "$@"`, process.execPath, ...argv], { env: { PATH: process.env['PATH'] } });
  const [acknowledged, stderr]: [string[], string[]] = [[], []];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.filter((line) => line !== 'compacted'));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
  return { child, acknowledged, stderr, ended: new Promise((done) => child.on('close', (code) => done(code))) };
}

/** What is wrong in an archive after what befell it: damage, acknowledged articles that are not there, and those that are there twice. */
export async function faultsIn(folder: string, acknowledged: readonly string[]): Promise<readonly string[]> {
  const store = await openStore(folder, { readOnly: false });
  try {
    const damages = [...verify(store)];
    const ids = [...new Archive(store).documents()].map(({ prepared }) => prepared.document.id);
    const there = new Set(ids);
    return [...damages, ...acknowledged.filter((id) => !there.has(id)).map((id) => `${id} was acknowledged and is not there`), ...(there.size === ids.length ? [] : ['some are there twice'])];
  } finally {
    await store.close();
  }
}
