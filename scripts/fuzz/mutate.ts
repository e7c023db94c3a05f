import type { Chance } from './chance.ts';

/** What formats are made of: put where it does not belong, it leads further than chance bytes do. */
const TOKENS: readonly [string, ...string[]] = [
  '<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE x [', '<!ENTITY a "b">', '&a;', '&#x110000;', '&#0;', '<?xml version="1.0" encoding="utf-16"?>', '<script>', '</script>', '<p>', '</p>', '<table>', '<svg>', '<br/>',
  '"', "'", '{', '}', '[', ']', ':', ',', '\\', '\\u0000', '\\ud800', 'null', '{"text":', '"__proto__":', '\n', '\r\n', '\r', '\t', ';', '|', '""', '\0', '\uFEFF', '\u2028', '\u202e', '---\n', '\u001b[31m',
  'WARC/1.0\r\n', 'Content-Length: 99999999\r\n', 'Content-Length: -1\r\n', 'Transfer-Encoding: chunked\r\n', 'Content-Encoding: gzip\r\n', 'HTTP/1.1 200 OK\r\n', '\r\n\r\n', 'PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006',
  'charset=shift_jis', 'charset=utf-16le', '0000-00-00', 'Ã¼', 'â€™', '\u00ff\u00fe', '-1', '1e999', '9'.repeat(40), ' '.repeat(3_000), 'a'.repeat(5_000), '<a '.repeat(1_000), '['.repeat(1_000), '<b>'.repeat(1_000),
];

/** Damages bytes once in one of several ways; `other` is what a piece may be taken from. */
function damaged(bytes: Buffer, other: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  const length = chance.below(Math.min(bytes.length - at, 200) + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const rest = bytes.subarray(at + length);
  switch (chance.below(8)) {
    case 0: return Buffer.concat([before, rest]);
    case 1: return Buffer.concat([before, Buffer.from(chance.pick(TOKENS)), after]);
    case 2: return Buffer.concat([before, Buffer.from(chance.pick(TOKENS)), rest]);
    case 3: return Buffer.concat([before, bytes.subarray(at, at + length), after]);
    case 4: return Buffer.concat([before, Buffer.from(Array.from({ length: chance.below(9) }, () => chance.below(256))), after]);
    case 5: return turned(bytes, at, 1 << chance.below(8));
    case 6: return before;
    default: return Buffer.concat([before, other.subarray(chance.below(other.length + 1)).subarray(0, 2_000), rest]);
  }
}

function turned(bytes: Buffer, at: number, bits: number): Buffer {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ bits;
  return copy;
}

/** Damages bytes some times over. */
export function mutated(bytes: Buffer, other: Buffer, chance: Chance): Buffer {
  let result = bytes;
  for (let times = 1 + chance.below(6); times > 0; times -= 1) result = damaged(result, other, chance);
  return result;
}
