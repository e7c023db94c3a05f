import { execFileSync } from 'node:child_process';

/** Builds `dist/` once, before the tests that run `bin/dedupe.js`. Throws with the compiler's words where it fails. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
}
