import type { Line } from './lines.ts';

/**
 * A stop and what closes with it. Furniture is often glued to the article, so no space need follow;
 * `»` counts because links end in it.
 */
const STOPS = '.!?…؟۔»。！？।';
const CLOSERS = '"\'”’»)]';
const BLANKS = ' \t\u00a0';

const Role = { stop: 1, closer: 2, blank: 4 } as const;

/** The roles of all units: a regular expression would make an object for every stop. */
const roles = new Uint8Array(65_536);
for (const [units, role] of [[STOPS, Role.stop], [CLOSERS, Role.closer], [BLANKS, Role.blank]] as const) {
  for (let at = 0; at < units.length; at++) roles[units.charCodeAt(at)] = (roles[units.charCodeAt(at)] ?? 0) | role;
}

/** Where a line or a sentence may begin, in order: line starts, and what follows a stop. */
export function sentenceStarts(text: string, lines: readonly Line[]): number[] {
  const starts: number[] = [];
  // A stop may close over the end of a line, and is then no start in the next.
  let at = 0;
  for (const line of lines) {
    starts.push(line.start);
    at = Math.max(at, line.start);
    while ((at = nextStop(text, at, line.end)) < line.end) {
      at = pastAll(text, pastAll(text, at + 1, Role.closer), Role.blank);
      if (at < line.end) starts.push(at);
    }
  }
  return starts;
}

function nextStop(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && ((roles[text.charCodeAt(at)] ?? 0) & Role.stop) === 0) at++;
  return at;
}

/** The first place from `from` on that has not the role. */
function pastAll(text: string, from: number, role: number): number {
  let at = from;
  while (at < text.length && ((roles[text.charCodeAt(at)] ?? 0) & role) !== 0) at++;
  return at;
}
