/** How the content of a file is laid out. */
export type Kind = 'text' | 'markdown' | 'json' | 'jsonl';

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['txt', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
]);

/** The kind a file's extension promises, `.gz` set aside; undefined where it promises none. */
export function kindByName(path: string): Kind | undefined {
  const extension = /\.([^./]+)(?:\.gz)?$/i.exec(path)?.[1];
  return extension === undefined ? undefined : KINDS.get(extension.toLowerCase());
}

/**
 * The kind of a file: by its extension first, else by how its content begins. Of the two layouts of JSON the content
 * decides where it is plain, since many exports call lines of JSON `.json`.
 */
export function kindOf(path: string, head: string): Kind {
  const named = kindByName(path);
  if (named === 'text' || named === 'markdown') return named;
  const layout = jsonLayout(head.trimStart());
  if (layout === 'unclear') return named ?? 'json';
  return layout ?? named ?? 'text';
}

/** `head` starts with its first character that is no white space. Undefined: it doesn't begin like JSON at all. */
function jsonLayout(head: string): 'json' | 'jsonl' | 'unclear' | undefined {
  if (/^\[\s*[{\]]/.test(head) || /^\{\s*\n\s*["}]/.test(head)) return 'json';
  if (!/^\{\s*["}]/.test(head)) return undefined;
  const [first = '', second] = head.split(/\n\s*/, 2);
  if (second === undefined || second === '') return 'unclear';
  if (isJson(first)) return 'jsonl';
  // A first line that is broken, not one that goes on in the second: a record that stands whole there tells them apart.
  return !/[[{,:]\s*$/.test(first) && second.startsWith('{') && isJson(second) ? 'jsonl' : 'unclear';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
