import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { folderOf, openArchive } from './archiving.ts';
import type { Invocation } from './invocation.ts';
import { readingOf } from './reading.ts';
import type { Run, Surroundings } from './surroundings.ts';
import { writeWhole } from './write.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** A shorter token could be guessed. */
const LEAST_TOKEN = 16;

/** `dedupe serve --archive FOLDER`: until the process is asked to end. */
export async function planServe({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  if (paths.length > 0) throw new UsageError({ code: 'extra-argument', happened: `serve was given "${paths[0]}".`, expected: 'Flags only.', advice: 'Articles come in by POST; to add a folder, run `dedupe add`.' });
  const folder = folderOf(given, io.cwd);
  const reading = readingOf(given);
  const { host = '127.0.0.1', port = 8750, maxBody = 10_000_000, maxQueue = 64 } = given;
  const token = await tokenIn(given.tokenFile, io.cwd);
  if (token === undefined && !LOOPBACK.has(host)) throw noToken(host);
  return async () => {
    const stop = io.interrupted();
    const { archive, close } = await openArchive(folder, given, 'make');
    try {
      const { makeService } = await import('./serve/service.ts');
      const service = await makeService(archive, { reading, maxBody, maxQueue, ...(token === undefined ? {} : { token }) });
      const address = await service.listen({ host, port });
      await writeWhole(io.stdout, [`Listening on ${address}\n`]);
      await untilAborted(stop);
      // Takes nothing more, and answers what it took.
      await service.close();
    } finally {
      await close();
    }
    return { pages: [], exitCode: 0 };
  };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}

async function tokenIn(file: string | undefined, cwd: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const token = await readFile(resolve(cwd, file), 'utf8').then((text) => text.trim(), (cause: unknown) => {
    throw new UsageError({ code: 'cannot-read', happened: `The file of the token, ${file}, can't be read.`, expected: 'A file that is there and open to this user.', advice: 'Check the path and its permissions.', cause });
  });
  if (token.length >= LEAST_TOKEN) return token;
  throw new UsageError({ code: 'bad-token', happened: `The token in ${file} has ${token.length} characters.`, expected: `${LEAST_TOKEN} at least.`, advice: 'For example: openssl rand -hex 32 > token.' });
}

function noToken(host: string): UsageError {
  return new UsageError({ code: 'no-token', happened: `The service was to listen on ${host} without a token.`, expected: '--token-file FILE for any address but loopback: whoever reaches it can read and add.', advice: 'For example: openssl rand -hex 32 > token, then --token-file token.' });
}
