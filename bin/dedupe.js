#!/usr/bin/env node
import process from 'node:process';
import { main } from '../dist/cli/main.js';

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  // Asked for only where "-" is read: to open it takes time.
  get stdin() {
    return process.stdin;
  },
  cwd: process.cwd(),
  env: process.env,
  interrupted: () => {
    const controller = new AbortController();
    // Once: whoever asks twice is not made to wait.
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => controller.abort());
    return controller.signal;
  },
});
