import { channel } from 'node:diagnostics_channel';
import type { OutputStream } from './io.ts';

/** What is being done, for whoever waits. */
export interface Progress {
  /** Begins a stage; `total` is how many steps it has, 0 where that is not known. */
  readonly stage: (name: string, total: number) => void;
  /** So many steps more are done. */
  readonly done: (steps: number) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

/** Who waits less than this need not be told. */
const PATIENCE = 1_000;
/** The line changes so often, in milliseconds: more only flickers. */
const INTERVAL = 200;

/** Where each stage is told by its name as it begins, to whoever listens: `npm run bench` does. */
const STAGES = channel('dedupe:stage');

/** One line on a terminal that says stage, steps, rate and time left; nothing anywhere else, and nothing in the first second. */
export function progressOn(stream: OutputStream, quiet: boolean, now: () => number = () => performance.now()): Progress {
  if (stream.isTTY !== true || quiet) return { stage: (name) => STAGES.publish(name), done: () => undefined, clear: () => undefined };
  const begun = now();
  let [shown, state] = [false, { name: '', total: 0, count: 0, since: begun, told: begun }];
  const tell = (): void => {
    if (now() - begun < PATIENCE || now() - state.told < INTERVAL) return;
    state.told = now();
    shown = true;
    stream.write(`\r\u001b[K${lineOf(state, now())}`);
  };
  return {
    stage: (name, total) => {
      STAGES.publish(name);
      state = { name, total, count: 0, since: now(), told: state.told - INTERVAL };
      tell();
    },
    done: (steps) => {
      state.count += steps;
      tell();
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}

function lineOf({ name, total, count, since }: { readonly name: string; readonly total: number; readonly count: number; readonly since: number }, now: number): string {
  if (count === 0 || total === 0) return `${name} …`;
  const rate = count / Math.max(0.001, (now - since) / 1_000);
  const left = Math.ceil((total - count) / rate);
  return `${name}: ${grouped(count)} of ${grouped(total)}, ${grouped(Math.round(rate))} a second, ${left} s left`;
}

/** 1,234,567 on every machine, whatever its locale. */
function grouped(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}
