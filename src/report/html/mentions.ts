import type { Article, Key } from '../../types.ts';
import type { PageMention } from './page-data.ts';

/** A stretch of a sentence that names something; offsets as those of its keys. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: PageMention['kind'];
  readonly keys: readonly string[];
}

/** What is marked in each sentence, and what the marks stand for. */
export interface MarkedTexts {
  readonly mentions: readonly PageMention[];
  /** By version and sentence: start, end (within the sentence) and place in `mentions`, one after the other. */
  readonly marks: readonly (readonly (readonly number[])[])[];
}

/**
 * Brings together the names that two versions or more have, and all figures, over all versions. Stretches are one thing
 * where they share a key, or where a chain of shared keys leads from one to the other. Where stretches overlap the longest
 * stands (Union Shield, not Shield). Figures that only one version has are kept too: they are what a difference is told by.
 */
export function markMentions(articles: readonly Article[]): MarkedTexts {
  const sets = articles.map(keySet);
  const isShared = (key: string): boolean => sets.filter((set) => set.has(key)).length > 1;
  const wanted = ({ family, text }: Key): boolean => family === 'quantity' || (family === 'name' && isShared(text));
  const stretches = articles.map(({ sentences }) => sentences.map(({ keys }) => stretchesOf(keys.filter(wanted))));
  const union = new Union();
  for (const { keys } of stretches.flat(2)) for (const key of keys) union.join(keys[0] ?? key, key);
  return collect(articles, stretches, union);
}

function keySet({ sentences }: Article): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ keys }) => keys.filter(({ family }) => family === 'name').map(({ text }) => text)));
}

function stretchesOf(keys: readonly Key[]): Stretch[] {
  const byPlace = new Map<string, { start: number; end: number; kind: PageMention['kind']; keys: string[] }>();
  for (const { start, end, family, text } of keys) {
    const place = `${start}-${end}-${family}`;
    const known = byPlace.get(place) ?? { start, end, kind: family === 'quantity' ? 'quantity' : 'name', keys: [] };
    known.keys.push(text);
    byPlace.set(place, known);
  }
  const kept: Stretch[] = [];
  for (const stretch of [...byPlace.values()].sort((x, y) => y.end - y.start - (x.end - x.start) || x.start - y.start)) {
    if (kept.every(({ start, end }) => stretch.end <= start || stretch.start >= end)) kept.push(stretch);
  }
  return kept.sort((x, y) => x.start - y.start);
}

/** Disjoint sets of keys, with path halving (Tarjan and van Leeuwen 1984). */
class Union {
  private readonly parents = new Map<string, string>();

  find(key: string): string {
    let at = key;
    for (let parent = this.parentOf(at); parent !== at; parent = this.parentOf(at)) {
      this.parents.set(at, this.parentOf(parent));
      at = this.parentOf(at);
    }
    return at;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.parents.set(x, y);
  }

  private parentOf(key: string): string {
    return this.parents.get(key) ?? key;
  }
}

interface Gathered {
  readonly kind: PageMention['kind'];
  /** By folded spelling, as first met. */
  readonly forms: Map<string, string>;
  readonly versions: Set<number>;
  count: number;
}

function collect(articles: readonly Article[], stretches: readonly (readonly (readonly Stretch[])[])[], union: Union): MarkedTexts {
  const gathered = new Map<string, Gathered>();
  for (const [version, article] of articles.entries()) {
    for (const [at, sentence] of article.sentences.entries()) {
      const source = sentence.inTitle ? (article.document.title ?? '') : article.document.text;
      for (const stretch of stretches[version]?.[at] ?? []) note(gathered, union.find(stretch.keys[0] ?? ''), stretch, source, version);
    }
  }
  const told = [...gathered].filter(([, { kind, versions }]) => kind === 'quantity' || versions.size > 1);
  told.sort(([, x], [, y]) => y.versions.size - x.versions.size || y.count - x.count);
  const places = new Map(told.map(([root], place) => [root, place]));
  const marks = stretches.map((sentences, version) =>
    sentences.map((found, at) => {
      const from = articles[version]?.sentences[at]?.start ?? 0;
      return found.flatMap(({ start, end, keys: [first = ''] }) => {
        const place = places.get(union.find(first));
        return place === undefined ? [] : [start - from, end - from, place];
      });
    }),
  );
  return { mentions: told.map(([, { kind, forms, versions }]) => ({ kind, forms: [...forms.values()], in: [...versions].sort((x, y) => x - y) })), marks };
}

function note(gathered: Map<string, Gathered>, root: string, { start, end, kind }: Stretch, source: string, version: number): void {
  const mention = gathered.get(root) ?? { kind, forms: new Map<string, string>(), versions: new Set<number>(), count: 0 };
  const form = source.slice(start, end).replace(/\s+/gu, ' ');
  const folded = form.normalize('NFKC').toLowerCase();
  if (!mention.forms.has(folded)) mention.forms.set(folded, form);
  mention.versions.add(version);
  mention.count++;
  gathered.set(root, mention);
}
