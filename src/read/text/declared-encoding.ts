/** Where a declaration must stand: the HTML standard asks for the first 1,024 bytes, real pages need more. */
const WITHIN = 4_096;

/**
 * The encoding that XML or HTML declares in its head, as the WHATWG calls it; undefined where there is none, or one that
 * the engine doesn't know. `head` is read as Latin-1: the declaration is ASCII in all encodings it may name.
 */
export function declaredEncoding(head: Buffer): string | undefined {
  const text = head.subarray(0, WITHIN).toString('latin1');
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(text)?.[1];
  const html = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(text)?.[1];
  const label = xml ?? html;
  return label === undefined ? undefined : knownEncoding(label);
}

/** The WHATWG's name for a label, `latin1` for one; undefined for one it has not. */
export function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}
