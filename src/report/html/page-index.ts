import { timeOf } from '../../group/representative.ts';
import type { Cluster, DocumentReport, PairReport, Report } from '../../types.ts';
import { shortHeadlineOf } from '../layout.ts';
import { printable } from '../printable.ts';
import { rounded } from '../records.ts';
import { mergeForms } from '../shared-forms.ts';
import { languageName } from '../wording.ts';
import { placePairs } from '../pairs-by-place.ts';
import type { PageDocument, PageIndex, PageItem } from './page-data.ts';

/** More pairs that were not joined than this nobody looks through; each brings two texts into the file. */
const MOST_PAIRS = 300;

/** The report without the texts, as the page needs it. `openings` are the first words of documents, for those without a title. */
export function pageIndex(report: Report, openings: ReadonlyMap<string, string>): PageIndex {
  const places: Places = new Map(report.documents.map(({ id, language }, place) => [id, { place, language: language.code }]));
  const { within, sameStory, nearMisses } = placePairs(report);
  const clusters = report.clusters.map((cluster) => clusterItem(cluster, within.get(cluster.id) ?? [], places));
  const pairs = [...sameStory.map((pair) => pairItem(pair, 'story', places)), ...nearMisses.map((pair) => pairItem(pair, 'near', places))];
  const codes = Object.keys(report.summary.languages);
  return {
    version: report.tool.version,
    level: report.options.level,
    threshold: report.options.threshold,
    clean: report.options.clean,
    documents: report.documents.map((document) => pageDocument(document, openings)),
    languages: Object.fromEntries(codes.map((code) => [code, languageName(code)])),
    items: [...clusters, ...pairs.slice(0, MOST_PAIRS)],
    pairsLeftOut: Math.max(0, pairs.length - MOST_PAIRS),
  };
}

/** By id, where a document stands in the report, and its language. */
type Places = ReadonlyMap<string, { readonly place: number; readonly language: string }>;

function pageDocument(document: DocumentReport, openings: ReadonlyMap<string, string>): PageDocument {
  const { id, language, date, url } = document;
  const time = timeOf(date);
  return {
    id,
    title: shortHeadlineOf(document, openings),
    language: language.code,
    ...(date === undefined ? {} : { date: printable(date) }),
    ...(Number.isFinite(time) ? { time } : {}),
    ...(url === undefined ? {} : { url }),
  };
}

function clusterItem(cluster: Cluster, pairs: readonly PairReport[], places: Places): PageItem {
  const { id, documents, members, representative, probability } = cluster;
  const ordered = documents.map((document, at) => ({ document, probability: members[at] ?? 0, language: places.get(document)?.language ?? '' }));
  ordered.sort((x, y) => {
    if (x.document === representative || y.document === representative) return x.document === representative ? -1 : 1;
    // A stable sort: within a language the order of the ids stays.
    return x.language === y.language ? 0 : x.language < y.language ? -1 : 1;
  });
  return {
    key: id,
    kind: 'cluster',
    documents: ordered.map(({ document }) => places.get(document)?.place ?? 0),
    pivot: pivotOf(ordered.map(({ document }) => document), pairs),
    members: ordered.map((member) => rounded(member.probability)),
    probability: rounded(probability),
    shared: sharedOf(documents, pairs),
  };
}

/**
 * The place of the document whose sentences align best with those of the others, all pairs together: with many versions, the
 * one in between. The first of several.
 */
function pivotOf(documents: readonly string[], pairs: readonly PairReport[]): number {
  const totals = new Map(documents.map((id) => [id, 0]));
  for (const { a, b, evidence } of pairs) for (const id of [a, b]) totals.set(id, (totals.get(id) ?? 0) + evidence.alignment);
  const most = Math.max(...totals.values());
  return documents.findIndex((id) => totals.get(id) === most);
}

function pairItem(pair: PairReport, kind: PageItem['kind'], places: Places): PageItem {
  const documents = [pair.a, pair.b].map((id) => places.get(id)?.place ?? 0);
  return {
    key: documents.join('+'),
    kind,
    documents,
    pivot: 0,
    members: [],
    probability: rounded(pair.probability),
    story: rounded(pair.story),
    shared: sharedOf([pair.a, pair.b], [pair]),
  };
}

/** What the search finds an item by, besides titles and ids. */
const MOST_SHARED = 20;

function sharedOf(documents: readonly string[], pairs: readonly PairReport[]): PageItem['shared'] {
  const forms = pairs.map(({ a, b, evidence }) => ({ a, b, forms: [...evidence.names, ...evidence.quantities] }));
  return mergeForms(documents, forms).slice(0, MOST_SHARED).map((spellings) => spellings.map(printable));
}
