import type { GoldRow } from './gold.ts';

/** The gold rows twice parted: as the labels have them and as the clusters have them. */
export interface Clustering {
  readonly rows: readonly GoldRow[];
  /** The rows of each label. */
  readonly groups: readonly (readonly GoldRow[])[];
  /** The rows of each cluster; documents without a gold row are left out. */
  readonly clusters: readonly (readonly GoldRow[])[];
  readonly groupOf: ReadonlyMap<GoldRow, readonly GoldRow[]>;
  /** A row that is in no cluster has none here: its document stands alone. */
  readonly clusterOf: ReadonlyMap<GoldRow, readonly GoldRow[]>;
}

/** Brings labels and clusters together. A document is in one cluster at most. */
export function clusteringOf(rows: readonly GoldRow[], clusters: readonly (readonly string[])[]): Clustering {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byLabel = new Map<string | number, GoldRow[]>();
  for (const row of rows) {
    const group = byLabel.get(row.gold);
    if (group === undefined) byLabel.set(row.gold, [row]);
    else group.push(row);
  }
  const groups = [...byLabel.values()];
  const found = clusters.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  return { rows, groups, clusters: found, groupOf: placesIn(groups), clusterOf: placesIn(found) };
}

function placesIn(parts: readonly (readonly GoldRow[])[]): ReadonlyMap<GoldRow, readonly GoldRow[]> {
  return new Map(parts.flatMap((part) => part.map((row) => [row, part] as const)));
}
