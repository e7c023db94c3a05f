/** What each character of a single-byte encoding is as a byte, of those from 0x80 on. */
export function highBytesOf(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  const characters = decoder.decode(Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at));
  return new Map([...characters].map((character, at) => [character, 0x80 + at]));
}
