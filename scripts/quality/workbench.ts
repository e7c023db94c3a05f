import { CrossValidatedJudge } from './judge.ts';
import { Texts, type PoolName } from './texts.ts';
import { Pool, type Figures, type PairExample } from '../training/pools.ts';
import { gatherMaterial, learnKeyFigures, loadCorpora, trainingParts, type Part } from '../training/recipe.ts';
import type { FeatureName } from '../../src/judge/features.ts';

/** Tells what is being done. */
export type Progress = (text: string) => void;

/** What the sections share: texts, pools and the judge, each made when first asked for. */
export class Workbench {
  readonly texts: Texts;
  readonly figures: Figures;
  readonly say: Progress;
  readonly #pools = new Map<string, Pool>();
  #parts: Readonly<Record<Part, readonly PairExample[]>> | undefined;
  #judge: CrossValidatedJudge | undefined;

  private constructor(texts: Texts, figures: Figures, say: Progress) {
    this.texts = texts;
    this.figures = figures;
    this.say = say;
  }

  /** Reads and takes apart all that is learned from; two minutes. */
  static prepare(say: Progress): Workbench {
    say('reading and taking apart');
    const corpora = loadCorpora();
    const { figures } = learnKeyFigures(corpora);
    say('damaging');
    return new Workbench(Texts.of(gatherMaterial(corpora)), figures, say);
  }

  /** The same texts with only those keys that `keep` accepts. */
  withKeys(keep: (key: string) => boolean): Workbench {
    return new Workbench(this.texts.withKeys(keep), this.figures, this.say);
  }

  /** The same texts, with a judge that learns from a `share` of the pairs: a rough one, in a quarter of the time. */
  thinned(share: number): Workbench {
    return new Workbench(this.texts.thinned(share), this.figures, this.say);
  }

  /** The documents of a pool, compared with one another. */
  pool(name: PoolName): Pool {
    return this.#poolOf(name, () => this.texts.pool(name));
  }

  /** The cross-validated judge. */
  judge(): CrossValidatedJudge {
    this.#judge ??= new CrossValidatedJudge(this.#examples());
    return this.#judge;
  }

  /** A judge trained without some of its features. */
  judgeWithout(omitted: ReadonlySet<FeatureName>): CrossValidatedJudge {
    return new CrossValidatedJudge(this.#examples(), omitted);
  }

  #examples(): Readonly<Record<Part, readonly PairExample[]>> {
    if (this.#parts === undefined) {
      this.say('comparing the pairs of training');
      this.#parts = trainingParts(this.texts.material, this.figures, ({ name, documents }) => this.#poolOf(name, () => documents));
    }
    return this.#parts;
  }

  #poolOf(name: string, documents: () => readonly Pool['documents'][number][]): Pool {
    const known = this.#pools.get(name) ?? new Pool(documents(), this.figures);
    this.#pools.set(name, known);
    return known;
  }
}
