import type { Goal, Section, Table } from './section.ts';

/** The tables as they are printed, and, under headings, as they stand on the page. */
export function sectionText({ title, method, tables, goals, remarks = [] }: Section): string {
  const parts = [`## ${title}`, method, ...tables.map(tableText), ...(goals.length === 0 ? [] : [goalsText(goals)]), ...remarks];
  return `${parts.join('\n\n')}\n`;
}

function tableText({ caption, columns, rows }: Table): string {
  const lines = [columns, columns.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [...(caption === undefined ? [] : [`${caption}\n`]), ...lines].join('\n');
}

function goalsText(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, goal, figure, met }) => [what, goal, figure, met ? 'reached' : '**falls short**']);
  return tableText({ caption: 'Goals:', columns: ['figure', 'goal', 'measured', ''], rows });
}

const HEAD = `# Quality

Written by \`npm run quality\`; change \`scripts/quality/\` and not this page. The data lie beside the repository and are no part
of it (their README names sources and licences).

No pair was judged by a model that saw a document of either one's topic: the topics are dealt into five folds, and a pair of folds
f and g is judged by a model trained without both. The rates of keys in news (\`src/data/background.tsv\`) are counted over all sets,
each less one document, the one that is judged. The dictionary and the entity table were checked against the parallel sentences and
written with the news of these sets in view: what other topics would show may be somewhat lower.

Figures in brackets are 95 % intervals: gold groups drawn with replacement {resamples} times, a pair of two groups counting as often
as the one was drawn times the other (percentiles; always the same draws). Where nothing went wrong the interval is empty, which is
no proof that nothing can.`;

/** The whole page: what was reached and what was not, then the sections. */
export function pageText(sections: readonly Section[], resamples: number): string {
  const goals = sections.flatMap((section) => section.goals);
  const short = goals.filter(({ met }) => !met);
  const summary = short.length === 0 ? 'Every goal below is reached.' : `${short.length} of ${goals.length} goals are not reached:`;
  const list = short.map(({ what, goal, figure }) => `- ${what}: ${figure}, where ${goal} was asked for`).join('\n');
  const head = HEAD.replace('{resamples}', resamples.toLocaleString('en'));
  return [head, `## What falls short\n\n${summary}`, ...(list === '' ? [] : [list]), ...sections.map(sectionText)].join('\n\n');
}
