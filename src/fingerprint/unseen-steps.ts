import { shippedBackground } from './background.ts';
import { stepsOfRate, UNMEASURED_STEPS } from './weight.ts';
import { isCased } from '../language/table.ts';
import { KEY_FAMILIES } from '../types.ts';

const [NAME, COGNATE] = [KEY_FAMILIES.indexOf('name'), KEY_FAMILIES.indexOf('cognate')];
const NEVER_SEEN = stepsOfRate(0);

/** The steps that a key mostly has which the shipped background does not know, by its family's place in `KEY_FAMILIES`. */
export function unseenSteps(language: string): Uint8Array {
  const steps = new Uint8Array(KEY_FAMILIES.length).fill(NEVER_SEEN);
  if (shippedBackground().knows(language)) return steps;
  steps[COGNATE] = UNMEASURED_STEPS;
  if (!isCased(language)) steps[NAME] = UNMEASURED_STEPS;
  return steps;
}
