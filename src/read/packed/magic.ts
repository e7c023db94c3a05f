/** Whether a file begins as a zip archive does, an empty one too (APPNOTE 4.3.7, 4.3.16). */
export function isZip(head: Uint8Array): boolean {
  const [p, k, third, fourth] = head;
  return p === 0x50 && k === 0x4b && ((third === 0x03 && fourth === 0x04) || (third === 0x05 && fourth === 0x06));
}
