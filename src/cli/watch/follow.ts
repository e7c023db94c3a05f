import { resolve } from 'node:path';
import { diagnosticEvent } from './events.ts';
import type { Desk } from './desk.ts';
import { lookAt } from './look.ts';
import { changeFinder } from './settle.ts';
import { wakerFor } from './wake.ts';

/**
 * The events in some folders, from what lies there on, in batches, until `interrupted` is aborted. A file is read once it has
 * come to rest; a folder that can't be looked at for a while keeps what it held, and is told of once.
 */
export async function* eventsIn(folders: readonly string[], desk: Desk, cwd: string, interrupted: AbortSignal): AsyncGenerator<readonly string[]> {
  const changesIn = changeFinder();
  const waker = wakerFor(folders.map((folder) => resolve(cwd, folder)), interrupted);
  let toldFaults = '';
  try {
    for (let isRestless = true; !interrupted.aborted; await waker.wait(isRestless)) {
      const look = await lookAt(folders, cwd);
      const faults = look.faults.map(diagnosticEvent);
      if (faults.length > 0 && faults.join('') !== toldFaults) yield faults;
      toldFaults = faults.join('');
      if (look.isBlind) continue;
      const changes = changesIn(look.files);
      isRestless = changes.isRestless;
      const events = await desk.handle(changes, look);
      if (events.length > 0) yield events;
    }
  } finally {
    waker.close();
  }
}
