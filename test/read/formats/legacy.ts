/** Encodings of two bytes, whose second byte has to be tried for every first one. */
const DOUBLE = /jis|euc|gb|big5/;

/** A text in an encoding that Node only decodes: by trying which bytes give which character. Throws where it has none. */
export function encoded(text: string, encoding: string): Buffer {
  const table = tableOf(encoding);
  return Buffer.concat([...text].map((character) => {
    const bytes = table.get(character);
    if (bytes === undefined) throw new RangeError(`${encoding} has no ${character}`);
    return bytes;
  }));
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

function tableOf(encoding: string): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, Buffer>();
  const note = (...bytes: readonly number[]): void => {
    try {
      const character = new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes), { stream: true });
      if ([...character].length === 1 && !table.has(character)) table.set(character, Buffer.from(bytes));
    } catch {
      // These bytes are no character of the encoding.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) note(byte);
  if (DOUBLE.test(encoding)) for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note(lead, trail);
  tables.set(encoding, table);
  return table;
}
