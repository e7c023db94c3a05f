import { ReadFault } from './fault.ts';

/** The fault of a file whose elements, or brackets, lie too deep in each other. */
export function tooDeep(name: string, what: string, limit: number): ReadFault {
  return new ReadFault('too-deep', `${name} is left out: its ${what} lie more than ${limit} deep in each other, and news nests far less. Raise --max-depth if it is right as it is.`);
}
