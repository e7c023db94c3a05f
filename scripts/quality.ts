/**
 * Measures the judgement on the evaluation data beside the repository, cross-validated, and writes `docs/quality.md`:
 * `npm run quality`. `-- --only a,b` measures some sections and writes no page, `-- --quick` takes fewer resamples and no ablation.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ablationSection } from './quality/ablation.ts';
import { aloneSection } from './quality/alone.ts';
import { calibrationSection } from './quality/calibration.ts';
import { coreSection, languagesSection, noiseSection, setsSection } from './quality/clusters.ts';
import { copiesSection } from './quality/copies.ts';
import { dictionarySection } from './quality/dictionary.ts';
import { pageText, sectionText } from './quality/page.ts';
import { storiesSection } from './quality/stories.ts';
import { Workbench } from './quality/workbench.ts';
import type { Section } from './quality/section.ts';

/** The sections by the letter they are asked for by. */
const SECTIONS: Readonly<Record<string, (bench: Workbench, resamples: number) => Section>> = {
  a: coreSection,
  b: aloneSection,
  c: noiseSection,
  d: languagesSection,
  e: setsSection,
  f: calibrationSection,
  g: copiesSection,
  h: dictionarySection,
  i: ablationSection,
  j: storiesSection,
};

/** Resamples that tell a 95 % interval to two digits, and those that tell it roughly. */
const RESAMPLES = 1_000;
const FEW_RESAMPLES = 100;

const PAGE = new URL('../docs/quality.md', import.meta.url);

/** The section that takes half of the time. */
const SLOW = 'i';

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const letters = (values.only ?? Object.keys(SECTIONS).join(',')).split(',').filter((letter) => !values.quick || letter !== SLOW);
const unknown = letters.filter((letter) => SECTIONS[letter] === undefined);
if (unknown.length > 0) throw new RangeError(`no section ${unknown.join(', ')}: there are ${Object.keys(SECTIONS).join(', ')}`);

const began = performance.now();
const say = (text: string): void => void process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${text}\n`);
const resamples = values.quick ? FEW_RESAMPLES : RESAMPLES;

const bench = Workbench.prepare(say);
const sections: Section[] = [];
for (const letter of letters) {
  const section = SECTIONS[letter]?.(bench, resamples);
  if (section === undefined) continue;
  sections.push(section);
  process.stdout.write(`${sectionText(section)}\n`);
  // After each section: a run of an hour that ends early leaves what it measured.
  if (values.only === undefined && !values.quick) writeFileSync(PAGE, pageText(sections, resamples));
}
say('done');
