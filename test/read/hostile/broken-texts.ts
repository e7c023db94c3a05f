import type { HostileFile } from './corpus.ts';

const TEXT = 'The council of Weston met on Monday and closed the harbour.';

/** Byte sequences that are no UTF-8, and too few to be any other encoding's. */
const WRONG: Readonly<Record<string, readonly number[]>> = {
  lone: [0x80], lead: [0xc3], overlong: [0xc0, 0xaf], surrogate: [0xed, 0xa0, 0x80], beyond: [0xf4, 0x90, 0x80, 0x80], five: [0xf8, 0x88, 0x80], fe: [0xfe], cut: [0xe2, 0x82],
};

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Files of other kinds, by how they begin. */
const BINARIES: Readonly<Record<string, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], jpg: [0xff, 0xd8, 0xff, 0xe0, 0, 16], pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x0a, 0x25, 0xe2, 0xe3, 0, 0xcf], elf: [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0], sqlite: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0], mp3: [0x49, 0x44, 0x33, 3, 0, 0, 0], doc: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], tar: [...Buffer.alloc(257), 0x75, 0x73, 0x74, 0x61, 0x72, 0],
};

/** Text that patterns with more than one way to match would need years for; it is read like any other. */
const RUNAWAYS: Readonly<Record<string, string>> = {
  spaces: ' '.repeat(100_000) + 'x', newlines: `${'\n'.repeat(100_000)}x`, tabs: `x${'\t '.repeat(50_000)}y`, letters: 'a'.repeat(100_000), capitals: 'A'.repeat(100_000), digits: '1'.repeat(100_000), figures: '1.'.repeat(50_000), commas: '1,'.repeat(50_000), dashes: '-'.repeat(100_000), rules: '---\n'.repeat(16_666), brackets: '['.repeat(100_000), braces: '{\n'.repeat(33_333), quotes: '"'.repeat(100_000), apostrophes: "l'".repeat(50_000), ats: 'a@'.repeat(50_000), dots: '.'.repeat(100_000), stops: 'A. '.repeat(33_333), angles: '<a '.repeat(33_333), references: '&amp'.repeat(25_000), colons: 'a:'.repeat(50_000), pipes: 'a | '.repeat(25_000), slashes: '/'.repeat(100_000), percents: '5 % '.repeat(25_000), marks: 'e\u0301'.repeat(50_000), joiners: '\u200d'.repeat(100_000), spacesInside: `a${' '.repeat(100_000)}`, frontMatter: `---\n${'a: b\n'.repeat(6_666)}`,
};

/** Wrong bytes, other kinds of file, and text that is a trap. */
export function brokenTexts(): readonly HostileFile[] {
  return [
    ...Object.entries(WRONG).map(([name, bytes]) => ({ name: `bytes-${name}.txt`, content: Buffer.concat([Buffer.from(TEXT), Buffer.from(bytes), Buffer.from('.')]), code: 'wrong-encoding' })),
    ...Object.entries(WRONG).map(([name, bytes]) => ({ name: `bytes-${name}.jsonl`, content: Buffer.concat([Buffer.from(`{"text": "${TEXT}`), Buffer.from(bytes), Buffer.from('"}\n')]), code: 'wrong-encoding' })),
    ...Object.entries(BINARIES).map(([name, bytes]) => ({ name: `binary.${name}`, content: Buffer.from(bytes), code: 'not-text' })),
    ...Object.entries(BINARIES).map(([name, bytes]) => ({ name: `binary-${name}.txt`, content: Buffer.from(bytes), code: '*' })),
    ...Object.entries(RUNAWAYS).map(([name, text]) => ({ name: `runaway-${name}.${name === 'frontMatter' ? 'md' : 'txt'}`, content: text })),
    { name: 'utf16-half.txt', content: utf16(TEXT).subarray(0, 31), code: 'wrong-encoding' },
    { name: 'utf16-surrogate.txt', content: utf16(`${TEXT}\ud83c.`), code: 'wrong-encoding' },
    { name: 'nul.txt', content: `${TEXT}\0${TEXT}`, code: 'binary-file' },
    { name: 'nul-late.txt', content: `${`${TEXT}\n`.repeat(20_000)}\0`, code: 'binary-file' },
    { name: 'empty.txt', content: '', code: 'empty-document' },
    { name: 'blank.txt', content: ' \n\t\r\n', code: 'empty-document' },
    { name: 'mark-only.txt', content: '\uFEFF', code: 'empty-document' },
    { name: 'mojibake.txt', content: 'In MÃ¼nchen tagt der Stadtrat Ã¼ber die BrÃ¼cke.', code: 'mojibake-repaired' },
    { name: 'mojibake-twice.txt', content: 'In MÃƒÂ¼nchen tagt der Stadtrat.', code: 'mojibake-repaired' },
    { name: 'latin.txt', content: Buffer.from('Die Brücke über die Alder bleibt gesperrt, erklärte die Bürgermeisterin. Für Fußgänger gebe es eine Fähre, später auch für Räder.', 'latin1'), code: 'encoding-detected' },
    { name: 'charset-wrong.html', content: Buffer.concat([Buffer.from(`<!doctype html><html><head><meta charset="shift_jis"></head><body><p>${TEXT} `), Buffer.from([0x81, 0xff, 0xfd]), Buffer.from('</p></body></html>')]), code: 'wrong-encoding' },
    { name: 'new\nline.txt', content: '', code: 'empty-document' },
    { name: 'escape\u001b[31m.txt', content: '', code: 'empty-document' },
    { name: 'right\u202eto left.txt', content: '', code: 'empty-document' },
    { name: '-dash.txt', content: '', code: 'empty-document' },
    { name: '$(touch planted).txt', content: '', code: 'empty-document' },
    { name: `${'n'.repeat(240)}.txt`, content: '', code: 'empty-document' },
  ];
}
