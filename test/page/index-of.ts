import type { PageDocument, PageIndex, PageItem } from '../../src/report/html/page-data.ts';

/** An index of documents, given as language and day of March 2024, and of clusters, given as their places. */
export function indexOf(documents: readonly (readonly [language: string, day?: number | undefined])[], clusters: readonly (readonly number[])[]): PageIndex {
  return {
    version: '1.2.3',
    level: 'report',
    threshold: 0.9,
    clean: true,
    documents: documents.map(([language, day], place) => documentOf(language, day, place)),
    languages: { de: 'German', en: 'English', it: 'Italian' },
    items: clusters.map(clusterOf),
    pairsLeftOut: 0,
  };
}

function documentOf(language: string, day: number | undefined, place: number): PageDocument {
  const dated = day === undefined ? {} : { date: `2024-03-${day}`, time: Date.UTC(2024, 2, day) };
  return { id: `doc-${place}`, title: `Flood number ${place}`, language, ...dated };
}

function clusterOf(documents: readonly number[], at: number): PageItem {
  return { key: `c${at}`, kind: 'cluster', documents, pivot: 0, members: documents.map(() => 0.99), probability: 0.99, shared: [] };
}
