/** What each character of a single-byte encoding is as a byte, of those from 0x80 on. */
export function highBytesOf(encoding: string): ReadonlyMap<string, number> {
  // As a stream: without it Node takes windows-1252 for Latin-1, in which 0x80 to 0x9f are control characters.
  const characters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at), { stream: true });
  return new Map([...characters].map((character, at) => [character, 0x80 + at]));
}
