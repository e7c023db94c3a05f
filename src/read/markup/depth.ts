import { tooDeep } from '../too-deep.ts';
import { SELF_ENDING, VOID } from './tags.ts';
import { tokens } from './text.ts';

/**
 * Throws `ReadFault` where elements lie deeper in each other than `limit`: the tree builders slow down with the square of
 * the depth. An element that is never closed counts as one that all after it lies in, which may be too deep by up to two.
 */
export function checkDepth(markup: string, limit: number, name: string, isXml: boolean): void {
  const open = new Map<string, number>();
  let depth = 0;
  tokens(markup, isXml, {
    opened: (element) => {
      if (!isXml && (VOID.has(element) || SELF_ENDING.has(element))) return;
      open.set(element, (open.get(element) ?? 0) + 1);
      depth += 1;
      if (depth > limit) throw tooDeep(name, 'elements', limit);
    },
    closed: (element) => {
      const count = open.get(element) ?? 0;
      if (count === 0) return;
      open.set(element, count - 1);
      depth -= 1;
    },
    text: () => undefined,
  });
}
