import { MEASURED_NOISE, noisy, type MeasuredNoise } from './noise.ts';
import { loadSet, type Labelled } from '../training/corpora.ts';
import { withKeys, type OtherReport, type Twins } from '../training/pools.ts';
import { CORE, type Material } from '../training/recipe.ts';

/** The pools that are measured: those that are trained on, whole, and some that are not. */
export type PoolName = typeof CORE | MeasuredNoise | 'ntrex' | 'newstest' | 'meantime' | 'ecbplus' | 'swissgov' | 'itn' | 'og2021' | 'semeval22';

const isNoise = (name: PoolName): name is MeasuredNoise => name in MEASURED_NOISE;

/** All texts taken apart: those that are learned from, and those of the pools that are measured, once they are asked for. */
export class Texts {
  readonly material: Material;
  readonly #takeApart: (name: PoolName) => readonly Labelled[];
  readonly #known = new Map<PoolName, readonly Labelled[]>();

  private constructor(material: Material, takeApart: (name: PoolName) => readonly Labelled[]) {
    this.material = material;
    this.#takeApart = takeApart;
  }

  /** The texts with all their keys. */
  static of(material: Material): Texts {
    const texts: Texts = new Texts(material, (name) => {
      const trained = material.pools.find((pool) => pool.name === name)?.documents;
      if (trained !== undefined) return trained;
      if (isNoise(name)) return noisy(texts.pool(CORE), name);
      if (name === 'itn' || name === 'semeval22') return name === 'itn' ? material.itn : material.semeval;
      return loadSet(name);
    });
    return texts;
  }

  /** The documents of a pool. */
  pool(name: PoolName): readonly Labelled[] {
    const known = this.#known.get(name) ?? this.#takeApart(name);
    this.#known.set(name, known);
    return known;
  }

  /** The same texts, of whose pairs a `share` of those is learned from that are learned from now. */
  thinned(share: number): Texts {
    const material = { ...this.material, pools: this.material.pools.map((pool) => ({ ...pool, share: pool.share * share })) };
    return new Texts(material, (name) => this.pool(name));
  }

  /** The same texts with only those keys that `keep` accepts; without those that only stories are learned from. */
  withKeys(keep: (key: string) => boolean): Texts {
    const known = new Map<Labelled, Labelled>();
    const kept = (document: Labelled): Labelled => {
      const changed = known.get(document) ?? withKeys(document, keep);
      known.set(document, changed);
      return changed;
    };
    const keptTwins = (list: readonly Twins[]): Twins[] => list.map(({ document, twin, kind }) => ({ document: kept(document), twin: kept(twin), kind }));
    const keptReports = (list: readonly OtherReport[]): OtherReport[] => list.map(({ document, other }) => ({ document: kept(document), other: kept(other) }));
    const { pools, actors, twins, borrowings, forms, independent, ...notices } = this.material;
    const material = {
      pools: pools.map((pool) => ({ ...pool, documents: pool.documents.map(kept) })),
      actors: keptReports(actors),
      twins: keptTwins(twins),
      borrowings: keptReports(borrowings),
      forms: keptReports(forms),
      noticeTwins: keptTwins(notices.noticeTwins),
      noticeForms: keptReports(notices.noticeForms),
      amongNotices: notices.amongNotices.map(kept),
      independent: independent.map(kept),
      itn: [],
      semeval: [],
    };
    return new Texts(material, (name) => this.pool(name).map(kept));
  }
}
