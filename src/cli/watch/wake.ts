import { watch } from 'node:fs';

/** The system tells of changes, but not on every file system and not always: this often a look is taken anyway, in ms. */
const LONGEST_SLEEP = 2_000;
/** What comes in a burst is looked at once, in ms; a file that rests so long between two looks is taken for written. */
const SETTLING = 500;

/** Waits until something may have changed in the folders, or `interrupted` is aborted. */
export interface Waker {
  /** Returns after at least the settling time; with `soon`, after no more than that. */
  readonly wait: (soon: boolean) => Promise<void>;
  readonly close: () => void;
}

/** Watches folders for changes. The changes themselves are found by looking, so that none is lost and none is told twice. */
export function wakerFor(folders: readonly string[], interrupted: AbortSignal): Waker {
  let hasStirred = false;
  let ring: (() => void) | undefined;
  const stir = (): void => {
    hasStirred = true;
    ring?.();
  };
  const watchers = folders.flatMap((folder) => watcherOn(folder, stir));
  interrupted.addEventListener('abort', stir);
  const sleep = (time: number, until: (wake: () => void) => void): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, time);
      until(() => {
        clearTimeout(timer);
        done();
      });
    });
  return {
    wait: async (soon) => {
      if (!soon && !hasStirred) await sleep(LONGEST_SLEEP, (wake) => (ring = wake));
      ring = undefined;
      hasStirred = false;
      if (!interrupted.aborted) await sleep(SETTLING, (wake) => interrupted.addEventListener('abort', wake, { once: true }));
    },
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** None where the system can't watch a folder: then it is looked at all the same, only later. */
function watcherOn(folder: string, stir: () => void): readonly ReturnType<typeof watch>[] {
  try {
    const watcher = watch(folder, { recursive: true }, stir);
    watcher.on('error', stir);
    return [watcher];
  } catch {
    return [];
  }
}
