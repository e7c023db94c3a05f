import { shippedScreen, type Screen } from './compare/screen.ts';
import { shippedSentenceModel, type SentenceModel } from './compare/sentence-model.ts';
import { shippedBackground, type Background } from './fingerprint/background.ts';
import { DEFAULT_THRESHOLDS } from './judge/judge.ts';
import { shippedModel, type JudgeModel } from './judge/model.ts';
import type { LinkedIds } from './read/links.ts';
import type { Level } from './types.ts';

export interface PipelineOptions {
  readonly level: Level;
  /** In (0, 1). */
  readonly threshold: number;
  /** Whether site furniture is set aside. */
  readonly clean: boolean;
  /** Whether what the sources say of translations and addresses counts. */
  readonly hints: boolean;
  /** Pairs of ids to join whatever the evidence, and pairs never to. */
  readonly mustLink: readonly LinkedIds[];
  readonly cannotLink: readonly LinkedIds[];
  /** Days: only documents whose dates are no further apart are compared; all where it is not given. See `isWithin`. */
  readonly window?: number;
  /** Where given, only pairs with one of these ids are looked at: what an archive holds twice is no matter of a gate. */
  readonly incoming?: ReadonlySet<string>;
  /** Hosts and path patterns: which document may stand for a cluster, the most preferred first (`group/prefer.ts`). */
  readonly prefer: readonly string[];
  readonly background: Background;
  readonly screen: Screen;
  readonly sentences: SentenceModel;
  readonly model: JudgeModel;
}

/** The options with the shipped figures and the defaults for what is not given. */
export function pipelineOptions(given: Partial<PipelineOptions> = {}): PipelineOptions {
  const level = given.level ?? 'report';
  return {
    level,
    threshold: given.threshold ?? DEFAULT_THRESHOLDS[level],
    clean: given.clean ?? true,
    hints: given.hints ?? true,
    mustLink: given.mustLink ?? [],
    cannotLink: given.cannotLink ?? [],
    ...(given.window === undefined ? {} : { window: given.window }),
    ...(given.incoming === undefined ? {} : { incoming: given.incoming }),
    prefer: given.prefer ?? [],
    background: given.background ?? shippedBackground(),
    screen: given.screen ?? shippedScreen(),
    sentences: given.sentences ?? shippedSentenceModel(),
    model: given.model ?? shippedModel(),
  };
}
