import { eachLine, type Rule } from './draft.ts';
import { endsWithStop } from './lines.ts';
import { matchAtStart } from './line-phrases.ts';

/** A trail to the page is one line of screen. */
const TRAIL_CHARACTERS = 300;

/** One step of a trail is a section's name or a headline. */
const STEP_CHARACTERS = 160;

/** Signs between the steps of a trail that begins with "Home", and of any trail. */
const STEPS_FROM_HOME = /(?<!\s)\s*(?:[»›>|/→•·]|::)\s*/;
const STEPS = /(?<!\s)\s+[»›>→]\s+/;

/** Trails to the page: "Home » Europe » Belarus", "News > World > Europe". */
export const breadcrumbs: Rule = eachLine((draft, line) => {
  if (line.end - line.start > TRAIL_CHARACTERS) return undefined;
  const text = draft.body.slice(line.start, line.end);
  const home = matchAtStart(draft, line, 'crumb');
  if (home !== undefined && startsStep(draft.body.slice(home.end, line.end))) return 'navigation';
  return isTrail(text) ? 'navigation' : undefined;
});

function startsStep(rest: string): boolean {
  return rest.search(STEPS_FROM_HOME) === 0 && rest.trim() !== '';
}

/** Two steps at least, all of them names: no quotation, no sum, no sentence. */
function isTrail(text: string): boolean {
  if (text.includes('«') || endsWithStop(text) || !/[»›>→]/.test(text)) return false;
  const steps = text.split(STEPS);
  return steps.length > 2 && steps.every((step) => /^\p{L}/u.test(step) && step.length <= STEP_CHARACTERS);
}
