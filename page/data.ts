import type { PageIndex, PageVersions } from '../src/report/html/page-data.ts';

/** The index of this file's data. */
export function readIndex(): PageIndex {
  const index: PageIndex = JSON.parse(blockOf('index'));
  return index;
}

const opened = new Map<string, PageVersions>();

/** The texts of one item, read when it is first opened. */
export function readVersions(key: string): PageVersions {
  const known = opened.get(key);
  if (known !== undefined) return known;
  const versions: PageVersions = JSON.parse(blockOf(`versions-${key}`));
  opened.set(key, versions);
  return versions;
}

/** The texts of an item as they stand in the file, in small letters: for the search. */
export function rawVersions(key: string): string {
  return blockOf(`versions-${key}`).toLowerCase();
}

function blockOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}
