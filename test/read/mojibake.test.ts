import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repairMojibake } from '../../src/read/text/mojibake.ts';
import { readFileOf } from './folder.ts';

/** UTF-8 taken for another encoding, as careless programs do. */
function mistaken(text: string, encoding: string): string {
  return new TextDecoder(encoding).decode(Buffer.from(text), { stream: true });
}

const GERMAN = 'In München tagte der Stadtrat über die „Brücke“ – größer als zuvor.';
const FRENCH = 'L’été dernier, les élus ont été prévenus à Besançon.';
const RUSSIAN = 'В Минске открылся мост через реку, сообщили власти.';

test.each([[GERMAN, 'windows-1252'], [FRENCH, 'windows-1252'], [RUSSIAN, 'windows-1251'], [RUSSIAN, 'windows-1252']])('%s, taken for %s, is repaired', (text, encoding) => {
  expect(repairMojibake(mistaken(text, encoding)).text).toBe(text);
  expect(repairMojibake(mistaken(mistaken(text, encoding), encoding)).text).toBe(text);
  expect(repairMojibake('Die StraÃŸe ist frei.').text).toBe('Die Straße ist frei.');
});

test('what is repaired is said, with how often', async () => {
  const { documents, diagnostics } = await readFileOf('a.json', JSON.stringify([{ title: 'MÃ¼nchen', text: mistaken(GERMAN, 'windows-1252') }]));
  expect(documents[0]).toMatchObject({ title: 'München', text: GERMAN });
  expect(diagnostics).toMatchObject([{ code: 'mojibake-repaired', severity: 'warning', document: 'a.json' }]);
  expect(diagnostics[0]?.message).toContain('repaired in 7 places');
});

test.each(['Ça va, dit-il à l’« Étoile ».', 'IRMÃ”', 'A NAÇÃO “HOJE” NÃO', 'Â¿', '5 °C – 20 €', 'Ñandú', '«СССР»', 'Р»', '£20 ± 3 §4', 'ÅÄÖ åäö', 'Ô!', 'ĞÜŞ'])('right text stays as it is: %s', (text) => {
  expect(repairMojibake(text)).toEqual({ text, count: 0 });
});

test('the articles of the repository stay as they are', () => {
  for (const folder of ['seeds', 'fixtures/gate/articles', 'fixtures/report']) {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      expect(repairMojibake(text).count, name).toBe(0);
    }
  }
});

test('text in letters of Latin-1 comes back from a wrong decoding, and is never changed by itself', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeäöüéèñç'), minLength: 3, maxLength: 9 }).filter((text) => /\P{ASCII}[a-e]/u.test(text));
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
    const text = words.join(' ');
    expect(repairMojibake(text).text).toBe(text);
    expect(repairMojibake(mistaken(text, 'windows-1252')).text).toBe(text);
  }));
});
