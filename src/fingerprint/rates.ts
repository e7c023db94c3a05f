/** So many searches cost as much as a map of the whole table: more are a run worth making it for. */
const MOST_SEARCHES = 20_000;

/**
 * The figures of a table `key<TAB>figure`, ascending by key in code-unit order: undefined for a key it does not have. A few keys
 * are searched for in the text itself, so that a run of five articles does not take the table apart.
 */
export function figuresIn(table: string): (key: string) => number | undefined {
  const rows = table.slice(endOfHead(table));
  let searches = 0;
  let figures: ReadonlyMap<string, number> | undefined;
  return (key) => {
    if (figures !== undefined) return figures.get(key);
    if (++searches > MOST_SEARCHES) figures = takenApart(rows);
    return search(rows, key);
  };
}

/** Past the comment lines at the start. */
function endOfHead(table: string): number {
  let at = 0;
  while (table.startsWith('#', at)) at = table.indexOf('\n', at) + 1;
  return at;
}

function takenApart(rows: string): ReadonlyMap<string, number> {
  return new Map(rows.split('\n').filter((row) => row !== '').map((row) => {
    const tab = row.indexOf('\t');
    return [row.slice(0, tab), Number(row.slice(tab + 1))] as const;
  }));
}

/** Binary search over the lines. */
function search(rows: string, key: string): number | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const start = rows.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const tab = rows.indexOf('\t', start);
    const end = rows.indexOf('\n', start);
    const found = rows.slice(start, tab);
    if (found === key) return Number(rows.slice(tab + 1, end));
    if (found < key) low = end + 1;
    else high = start;
  }
  return undefined;
}
