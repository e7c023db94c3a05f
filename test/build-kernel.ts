import { execFileSync } from 'node:child_process';

/** Compiles `kernel/` before the tests that run the sources: of the build they need nothing else. Throws with the compiler's words where it fails. */
export default function buildKernel(): void {
  execFileSync('npm', ['run', '--silent', 'build:kernel'], { stdio: 'inherit', shell: process.platform === 'win32' });
}
