import type { Document } from '../types.ts';

/**
 * The place of the first pattern that a document fits, from 0; the number of patterns where none does. A pattern is a host
 * (`example.org`, its subdomains too, compared with `url`) or a path pattern, compared with the path and the id: `*` stands
 * for anything within a folder or file name, `**` for any folders, and the pattern may begin at any folder: `wire/**`.
 */
export function preferenceOf({ id, path, url }: Pick<Document, 'id' | 'path' | 'url'>, patterns: readonly string[]): number {
  const host = hostOf(url);
  const place = patterns.findIndex((pattern) => isHost(host, pattern) || fitsAnywhere(path, pattern) || fitsAnywhere(id, pattern));
  return place === -1 ? patterns.length : place;
}

function hostOf(url: string | undefined): string {
  try {
    return new URL(url ?? '').hostname.toLowerCase();
  } catch {
    // A source may call anything its address; what is none has no host.
    return '';
  }
}

function isHost(host: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return host !== '' && (host === wanted || host.endsWith(`.${wanted}`));
}

function fitsAnywhere(path: string, pattern: string): boolean {
  const names = path.split('/');
  const wanted = pattern.replace(/^\.?\//, '').split('/');
  return names.some((_, at) => fitsFolders(names.slice(at), wanted));
}

function fitsFolders(names: readonly string[], wanted: readonly string[]): boolean {
  return fits(names, wanted, (each) => each === '**', fitsName);
}

function fitsName(name: string, wanted: string): boolean {
  return fits([...name], [...wanted], (each) => each === '*', (character, other) => character === other);
}

/**
 * Whether a list fits a pattern in which some items stand for any run of items. Goes back only to the last such item, which
 * suffices (Krauss 2008, Matching Wildcards), so it takes at most the product of the lengths.
 */
function fits(items: readonly string[], pattern: readonly string[], isAny: (item: string) => boolean, same: (item: string, wanted: string) => boolean): boolean {
  let [at, wanted, resume, any] = [0, 0, 0, -1];
  while (at < items.length) {
    const next = pattern[wanted];
    if (next !== undefined && isAny(next)) {
      any = wanted++;
      resume = at;
    } else if (next !== undefined && same(items[at] ?? '', next)) {
      at++;
      wanted++;
    } else if (any >= 0) {
      wanted = any + 1;
      at = ++resume;
    } else return false;
  }
  return pattern.slice(wanted).every(isAny);
}
