import type { SharedForm } from '../types.ts';

/** What two documents share, as each writes it. */
export interface PairForms {
  readonly a: string;
  readonly b: string;
  readonly forms: readonly SharedForm[];
}

interface Group {
  /** By folded spelling: as first met, and the place in the cluster of the first document that writes it so. */
  readonly spellings: Map<string, { readonly form: string; place: number }>;
  readonly pairs: Set<number>;
}

/**
 * The spellings of one name, or figure, over all pairs of a cluster: `Lukashenko = Lukaschenko`, in the order of the
 * documents given. What more pairs share comes first, then what was met first.
 */
export function mergeForms(documents: readonly string[], pairs: readonly PairForms[]): readonly (readonly string[])[] {
  const places = new Map(documents.map((id, place) => [id, place]));
  const groups = new Map<string, Group>();
  for (const [index, { a, b, forms }] of pairs.entries()) {
    for (const form of forms) {
      const group = united(groupAt(groups, form.a), groupAt(groups, form.b), groups);
      note(group, form.a, places.get(a) ?? 0);
      note(group, form.b, places.get(b) ?? 0);
      group.pairs.add(index);
    }
  }
  return [...new Set(groups.values())].sort((x, y) => y.pairs.size - x.pairs.size).map(spellingsOf);
}

function groupAt(groups: Map<string, Group>, form: string): Group {
  const group = groups.get(folded(form)) ?? { spellings: new Map(), pairs: new Set() };
  groups.set(folded(form), group);
  return group;
}

function united(a: Group, b: Group, groups: Map<string, Group>): Group {
  if (a === b) return a;
  for (const pair of b.pairs) a.pairs.add(pair);
  for (const [key, spelling] of b.spellings) a.spellings.set(key, spelling);
  for (const [key, group] of groups) if (group === b) groups.set(key, a);
  return a;
}

function note(group: Group, form: string, place: number): void {
  const known = group.spellings.get(folded(form));
  if (known === undefined) group.spellings.set(folded(form), { form, place });
  else known.place = Math.min(known.place, place);
}

function spellingsOf({ spellings }: Group): readonly string[] {
  return [...spellings.values()].sort((x, y) => x.place - y.place).map(({ form }) => form);
}

/** PUTIN in a headline is no other spelling than Putin. */
function folded(form: string): string {
  return form.normalize('NFKC').toLowerCase();
}
