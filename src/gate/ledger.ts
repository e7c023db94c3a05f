import { hintIndex } from '../block/hints.ts';
import { candidatesAmong, suggestedPairs } from '../grouping.ts';
import { closeLinks, constraintOn, type LinkClosure } from '../group/closure.ts';
import type { PipelineOptions } from '../options.ts';
import { judgePair, type Prepared } from '../pair.ts';
import { prepare } from '../pipeline.ts';
import type { Acceptance } from './baseline.ts';
import type { AcceptanceIndex } from './coverage.ts';
import type { Document, DocumentHead, Relation } from '../types.ts';

/** What was found about a document when it came. */
export interface Verdict {
  readonly document: DocumentHead;
  readonly language: string;
  /** Whether a known document told the same, and nobody accepted that. */
  readonly duplicate: boolean;
  /** The known document it is most like; none where nothing was worth comparing. */
  readonly nearest?: { readonly document: DocumentHead; readonly relation: Relation; readonly probability: number };
  /** The acceptance that covers both. */
  readonly accepted?: Acceptance;
}

/** The documents known so far, to which more come one by one. */
export interface Ledger {
  /** Takes documents in without asking anything: an archive. */
  readonly know: (documents: readonly Document[]) => void;
  /** Judges documents against those known and those before them in the list, and takes them in. */
  readonly judge: (documents: readonly Document[]) => readonly Verdict[];
  /** Forgets a document; an id that is not there is nothing to forget. */
  readonly forget: (id: string) => void;
  readonly has: (id: string) => boolean;
}

/**
 * An empty ledger. A verdict tells of the nearest document alone, from the threshold on: clusters, which are settled only
 * when all is known, are left to a run over the whole. To judge takes as long as to look once over all that is known,
 * however many come at once.
 */
export function openLedger(options: PipelineOptions, index: AcceptanceIndex): Ledger {
  const known = new Map<string, Prepared>();
  const closure = closeLinks(options.mustLink, options.cannotLink);
  const takeIn = (documents: readonly Document[]): void => {
    for (const document of documents) known.set(document.id, prepare(document, options));
  };
  return {
    know: takeIn,
    judge: (documents) => {
      const places = new Map(documents.map(({ id }, place) => [id, place]));
      takeIn(documents);
      const partners = partnersOf([...known.values()], places, options);
      return documents.flatMap((document) => {
        const own = known.get(document.id);
        return own === undefined ? [] : [verdictOn(own, [...(partners.get(document.id) ?? [])], { options, closure, index, known, places })];
      });
    },
    forget: (id) => void known.delete(id),
    has: (id) => known.has(id),
  };
}

/** By id, what each newcomer may be a version of, by its text or as the sources say: what was known, and the newcomers before it. */
function partnersOf(all: readonly Prepared[], places: ReadonlyMap<string, number>, options: PipelineOptions): ReadonlyMap<string, ReadonlySet<Prepared>> {
  const partners = new Map<string, Set<Prepared>>();
  const placeOf = ({ document }: Prepared): number => places.get(document.id) ?? -1;
  const told = options.hints ? hintIndex(all.map(({ document }) => document)).pairs : [];
  for (const pair of [...candidatesAmong(all, options), ...suggestedPairs(told, all, options)]) {
    const [earlier, later] = [all[pair.a], all[pair.b]].flatMap((each) => each ?? []).sort((x, y) => placeOf(x) - placeOf(y));
    if (earlier === undefined || later === undefined || placeOf(later) < 0) continue;
    partners.set(later.document.id, (partners.get(later.document.id) ?? new Set<Prepared>()).add(earlier));
  }
  return partners;
}

interface Bench {
  readonly options: PipelineOptions;
  readonly closure: LinkClosure;
  readonly index: AcceptanceIndex;
  readonly known: ReadonlyMap<string, Prepared>;
  readonly places: ReadonlyMap<string, number>;
}

function verdictOn(own: Prepared, partners: readonly Prepared[], bench: Bench): Verdict {
  const { document, language } = own;
  const told = { document, language: language.code };
  const [best] = partners
    .map((partner) => likenessOf(own, partner, bench))
    .sort((x, y) => Number(y.joins) - Number(x.joins) || y.probability - x.probability || (x.partner.document.id < y.partner.document.id ? -1 : 1));
  if (best === undefined) return { ...told, duplicate: false };
  const { joins, partner, relation, probability } = best;
  const accepted = joins ? acceptedBy(own, partner, bench) : undefined;
  const nearest = { document: partner.document, relation, probability };
  return { ...told, duplicate: joins && accepted === undefined, nearest, ...(accepted === undefined ? {} : { accepted }) };
}

/** How a known document is like a newcomer. */
interface Likeness {
  readonly partner: Prepared;
  readonly relation: Relation;
  readonly probability: number;
  readonly joins: boolean;
}

function likenessOf(own: Prepared, partner: Prepared, { options, closure }: Bench): Likeness {
  const { judgement } = judgePair(own, partner, options);
  const constraint = constraintOn(own.document.id, partner.document.id, closure);
  const probability = options.level === 'story' ? judgement.story : judgement.probability;
  const joins = constraint === undefined ? probability >= options.threshold : constraint === 'must-link';
  return { partner, relation: judgement.relation, probability, joins };
}

/** The acceptance of two texts, as long as it names as many of the newcomer's content as there are with it. */
function acceptedBy({ document, contentHash: own }: Prepared, { contentHash: other }: Prepared, { index, known, places }: Bench): Acceptance | undefined {
  const acceptances = index(own);
  if (acceptances.length === 0) return undefined;
  const place = places.get(document.id) ?? 0;
  const before = [...known.values()].filter(({ document: { id } }) => (places.get(id) ?? -1) < place);
  const copies = before.filter(({ contentHash }) => contentHash === own).length;
  return acceptances.find(({ documents }) => {
    const hashes = documents.map(({ contentHash: hash }) => hash);
    return hashes.includes(other) && hashes.filter((hash) => hash === own).length > copies;
  });
}
