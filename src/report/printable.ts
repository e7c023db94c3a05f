/** The escape character, written so that no source line holds one. */
const ESC = String.fromCodePoint(0x1b);
const BEL = String.fromCodePoint(0x07);

/**
 * Terminal escapes of ECMA-48: control sequences, which colour and move, and control strings, which set titles and links.
 * One that has no end loses only its opening, so that it can't take the text after it along.
 */
const ESCAPES = new RegExp(`${ESC}(?:\\[[0-?]*[ -/]*[@-~]|[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)|[ -/]*[0-~])`, 'g');

/**
 * Format characters but the joiners of Persian, Indic scripts and emoji: the directional ones could turn a line round
 * (Trojan Source, CVE-2021-42574), the others are invisible and make two names look the same.
 */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;

/** Text from a document, fit for one line of a terminal: no controls, no escapes, no line breaks, white space as one blank. */
export function printable(text: string): string {
  return text
    .replace(ESCAPES, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();
}

/** The characters that JSON lets through and a terminal would act on, as `\uXXXX`: the same data, whoever reads it. */
export function inertJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
