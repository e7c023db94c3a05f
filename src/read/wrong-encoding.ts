import { ReadFault } from './fault.ts';

/** The fault of bytes that are not what they should be; `offset` is that of the first such byte in the file. */
export function wrongEncoding(encoding: string, name: string, offset: number): ReadFault {
  const advice = 'It is left out; convert it to UTF-8, for instance with iconv.';
  return new ReadFault('wrong-encoding', `${name} is not valid ${encoding} at byte ${offset} (counted from 0). ${advice}`);
}
