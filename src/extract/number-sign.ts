/** What may stand between a number and its sign, or between a sign and the scale before it. */
const SPACES = ' \u00a0\u202f';

/** The sign right before or after the number between two offsets, or after its scale (`5 Mio. €`): `%`, `€`, `°F`; else empty. */
export function signOf(text: string, start: number, end: number): string {
  return signAfter(text, end) || signBefore(text, start) || signAfterScale(text, end);
}

/** A sign may stand a space away: `3 %`, `€ 5`. */
function signAfter(text: string, end: number): string {
  const at = end + (SPACES.includes(text.charAt(end)) ? 1 : 0);
  if (!isSign(text.charCodeAt(at))) return '';
  const isDegree = text[at] === '°' || text[at] === 'º';
  return isDegree && /^ ?[CF](?!\p{L})/u.test(text.slice(at + 1, at + 4)) ? text.slice(at, at + 3).replace(' ', '').slice(0, 2) : text.charAt(at);
}

function signBefore(text: string, start: number): string {
  const at = start - (SPACES.includes(text.charAt(start - 1)) ? 2 : 1);
  return isSign(text.charCodeAt(at)) ? text.charAt(at) : '';
}

/** A currency sign after a scale word: `5 Mio. €`. With a number after it, it is that one's. */
const SCALED = /[ \u00a0\u202f]?\p{L}{1,12}\.?[ \u00a0\u202f]?(?<sign>\p{Sc})(?![ \u00a0]?\p{Nd})/uy;

function signAfterScale(text: string, end: number): string {
  SCALED.lastIndex = end;
  return SCALED.exec(text)?.groups?.['sign'] ?? '';
}

const SIGNS = /[%٪％﹪°º℉℃\p{Sc}]/u;
const [DOLLAR, PERCENT] = [0x24, 0x25];

/** NaN, beyond the ends of the text, is none. */
function isSign(unit: number): boolean {
  return unit < 0x80 ? unit === DOLLAR || unit === PERCENT : SIGNS.test(String.fromCharCode(unit));
}
