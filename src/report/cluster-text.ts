import type { Cluster, DocumentReport, Evidence, PairReport } from '../types.ts';
import { headlineOf, INDENT, labelled, LABELLED_INDENT, languageLabels, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { mergeForms, type PairForms } from './shared-forms.ts';
import { cutStartTo, cutTo, padTo, widthOf } from './width.ts';
import { counted, HINT_NAMES, LEVEL_NAMES, percent } from './wording.ts';

/** What a cluster is shown with. */
export interface ClusterView {
  readonly cluster: Cluster;
  /** From 1. */
  readonly number: number;
  /** Its documents in the order to show them, each with the probability that it belongs here. */
  readonly members: readonly { readonly document: DocumentReport; readonly probability: number }[];
  /** The judged pairs within it, the most probable first. */
  readonly pairs: readonly PairReport[];
  readonly openings: ReadonlyMap<string, string>;
}

/** One cluster: a heading, its documents, and what they share. */
export function clusterLines(view: ClusterView, layout: Layout): readonly string[] {
  const { cluster, number } = view;
  const { chalk, columns } = layout;
  const heading = `Cluster ${number} · ${LEVEL_NAMES[cluster.level]} · ${percent(cluster.probability)}`;
  return [chalk.bold(cutTo(heading, columns)), ...memberLines(view, layout), ...sharedLines(view, layout)];
}

const PERCENT_COLUMNS = 8;

function memberLines({ cluster, members, pairs, openings }: ClusterView, { columns, chalk }: Layout): readonly string[] {
  const labels = languageLabels(members.map(({ document }) => document));
  const bound = new Set(pairs.filter(({ constraint }) => constraint === 'must-link').flatMap(({ a, b }) => [a, b]));
  return members.flatMap(({ document, probability }, at) => {
    const isRepresentative = document.id === cluster.representative;
    const start = `${isRepresentative ? '*' : ' '} ${labels[at] ?? ''}  `;
    const room = columns - INDENT.length - widthOf(start) - PERCENT_COLUMNS - 1;
    const title = padTo(cutTo(headlineOf(document, openings), room), room);
    const role = `${isRepresentative ? ' · representative' : ''}${bound.has(document.id) ? ' · must-link' : ''}`;
    const id = cutStartTo(printable(document.id), room - role.length);
    const indent = INDENT + ' '.repeat(widthOf(start));
    return [
      `${INDENT}${chalk.green(start)}${title} ${percent(probability).padStart(PERCENT_COLUMNS)}`,
      `${indent}${chalk.dim(id)}${role}`,
    ];
  });
}

/** The strongest are told; the rest are in the JSON. */
const MOST_FORMS = 12;

function sharedLines({ members, pairs }: ClusterView, layout: Layout): readonly string[] {
  const order = members.map(({ document }) => document.id);
  const lines = [
    ...formLines('names:', order, pairs.map(({ a, b, evidence }) => ({ a, b, forms: evidence.names })), layout),
    ...formLines('figures:', order, pairs.map(({ a, b, evidence }) => ({ a, b, forms: evidence.quantities })), layout),
    ...labelled('evidence:', evidenceInWords(pairs.map(({ evidence }) => evidence)), layout),
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}

function formLines(label: string, order: readonly string[], forms: readonly PairForms[], layout: Layout): readonly string[] {
  const room = layout.columns - LABELLED_INDENT;
  const merged = mergeForms(order, forms).slice(0, MOST_FORMS);
  return labelled(label, merged.map((spellings) => equated(spellings.map(printable), room)), layout);
}

/** `Lukashenko = Lukaschenko`: as many spellings as a line holds. */
function equated(spellings: readonly string[], columns: number): string {
  const all = spellings.join(' = ');
  if (widthOf(all) <= columns || spellings.length < 2) return all;
  let fitting = spellings.length - 1;
  while (fitting > 1 && widthOf(`${spellings.slice(0, fitting).join(' = ')} = …`) > columns) fitting--;
  return `${spellings.slice(0, fitting).join(' = ')} = …`;
}

/** From this share on running word sequences in common are worth a word: below it, set phrases and quotations do it. */
const TELLING_SEQUENCES = 0.1;

/** What the pairs of a cluster rest on: ranges over the pairs. */
function evidenceInWords(evidence: readonly Evidence[]): readonly string[] {
  const aligned = evidence.map(({ alignedSentences }) => alignedSentences).filter((count) => count > 0);
  const covered = evidence.filter(({ alignedSentences }) => alignedSentences > 0).flatMap(({ coverage: { a, b } }) => [a, b]);
  const sequences = evidence.map(({ wordSequences: { a, b } }) => Math.max(a, b)).filter((share) => share >= TELLING_SEQUENCES);
  const hints = new Set(evidence.flatMap(({ hint }) => hint ?? []));
  const parts: string[] = [...hints].sort().map((hint) => HINT_NAMES[hint]);
  if (aligned.length > 0) {
    const noun = Math.max(...aligned) === 1 ? 'sentence' : 'sentences';
    parts.push(`${range(aligned)} ${noun} aligned in order`, `${range(covered.map(wholePercent))} % of each text`);
  }
  if (sequences.length > 0) parts.push(`${range(sequences.map(wholePercent))} % of word sequences in common`);
  if (evidence.length > 1 && parts.length > hints.size) parts.push(`over ${counted(evidence.length, 'pair')}`);
  return parts;
}

function wholePercent(share: number): number {
  return Math.round(share * 100);
}

function range(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${least}` : `${least}–${most}`;
}
