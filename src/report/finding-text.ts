import { placeOf } from './place.ts';
import { printable } from './printable.ts';
import { languageName, percent } from './wording.ts';
import type { DocumentReport, Finding, Gate, Relation, Report } from '../types.ts';

/** A report that went through a gate. */
export interface GatedReport extends Report {
  readonly gate: Gate;
}

/** A finding with the two documents it is about. */
export interface FindingView<F extends Finding = Finding> {
  readonly finding: F;
  readonly document: DocumentReport;
  readonly original: DocumentReport;
}

/** The findings with their documents, in the order given. */
export function viewsOf<F extends Finding>(findings: readonly F[], { documents }: Pick<Report, 'documents'>): readonly FindingView<F>[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return findings.flatMap((finding) => {
    const [document, original] = [byId.get(finding.document), byId.get(finding.original)];
    return document === undefined || original === undefined ? [] : [{ finding, document, original }];
  });
}

/** What a document is to the version before it. */
const FINDING_NAMES: Readonly<Record<Relation, string>> = {
  copy: 'a copy of',
  translation: 'a translation of',
  story: 'another report of the event in',
  related: 'the same report as',
  unrelated: 'the same report as',
};

/** One finding as a sentence, on one line: `A translation of archive/dam.txt (German), 98.7 %.` */
export function findingSentence({ finding, original }: FindingView): string {
  const name = FINDING_NAMES[finding.relation];
  const language = printable(languageName(original.language.code));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${printable(placeOf(original))} (${language}), ${percent(finding.probability)}.`;
}

/** The words for an acceptance: `accepted: wire copy, until 2026-05-31`. */
export function acceptanceText({ reason, expires }: { readonly reason: string; readonly expires?: string }): string {
  return `accepted: ${printable(reason)}${expires === undefined ? '' : `, until ${expires}`}`;
}
