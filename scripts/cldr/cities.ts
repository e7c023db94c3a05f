import { folded, formsIn, type Authored } from './authored.ts';
import type { Cldr } from './cldr.ts';

/** Zones of no city: ships, stations in the ice, and counties of Indiana and the like, whose names are common words. */
const NO_CITIES = /^(?:Etc|Antarctica|America\/(?:Indiana|Kentucky|North_Dakota))\//u;

/** Cities that have the name of a feast, a person or a thing. */
const OTHER_WORDS = new Set(['Easter', 'Christmas', 'Wake', 'Midway', 'Male', 'Malé', 'Center', 'Regina', 'Phoenix', 'Nome', 'Stanley', 'Troll', 'Jersey', 'Reunion', 'Réunion', 'Cocos', 'Oral', 'Resolute', 'Swift Current', 'Broken Hill', 'Thule', 'Bahia', 'Gambier', 'Darwin', 'Kirov', 'Cayman', 'Rainy River', 'Chatham', 'Norfolk', 'Azores', 'Madeira', 'Canaries', 'Canary', 'Faroes', 'Marengo', 'Vincennes', 'Unknown', 'Creston', 'Johnston', 'Blanc-Sablon', 'Lower Prince’s Quarter', 'St. Thomas', 'St. Vincent', 'St. Lucia', 'St. Kitts', 'Saint-Pierre', 'Davis', 'Casey', 'Mahe', 'Mahé', 'Hebron', 'Sakhalin', 'Kerguelen', 'Yap']);

/** Regions without inhabitants, or with the name of something else. */
const NO_COUNTRIES = new Set(['AQ', 'BV', 'HM', 'TF', 'UM', 'IO', 'GS', 'JE', 'MF', 'SJ']);

/** Rows of `cities.tsv`: id, kind, and a cell for each language that differs from the English name and that the authored table leaves open. */
export function citiesOf(cldr: Cldr, entities: Authored): string[][] {
  const authored = idsByForm(entities);
  const regions = regionCodes();
  const countryNames = new Set(regions.map((code) => folded(regionNames('en').of(code) ?? '')));
  const byLanguage = new Map(entities.languages.map((language) => [language, cldr.cities(language)]));
  const rows: string[][] = [];
  const taken = new Set([...entities.rows.keys()].filter((id) => entities.kinds.get(id) !== 'place'));
  const zones = new Set([...byLanguage.values()].flatMap((cities) => [...cities.keys()]));
  for (const zone of [...zones].sort()) {
    const english = byLanguage.get('en')?.get(zone) ?? nameOfZone(zone);
    const known = authored.get(folded(english));
    const isPlace = known === undefined ? !countryNames.has(folded(english)) : entities.kinds.get(known) === 'place';
    if (!isPlace || NO_CITIES.test(zone) || OTHER_WORDS.has(english) || /[()&,]|Islands?$|Atoll$|Town$/u.test(english)) continue;
    const row = rowOf(known ?? slug(english), english, zone, byLanguage, entities);
    if (row !== undefined && !taken.has(row[0] ?? '')) rows.push(row);
    taken.add(known ?? slug(english));
  }
  const countries = regions.filter((code) => !entities.rows.has(code) && !NO_COUNTRIES.has(code)).map((code) => [code, 'country', ...entities.languages.map(() => '')]);
  return [...countries, ...rows];
}

function rowOf(id: string, english: string, zone: string, byLanguage: ReadonlyMap<string, ReadonlyMap<string, string>>, entities: Authored): string[] | undefined {
  const authored = entities.rows.get(id);
  const cells = entities.languages.map((language) => {
    const name = language === 'en' ? english : (byLanguage.get(language)?.get(zone) ?? '');
    const isKnown = (authored?.get(language) ?? '') !== '' || (language !== 'en' && folded(name) === folded(english)) || (language === 'en' && authored !== undefined);
    return isKnown || /[()&,|]/u.test(name) ? '' : name;
  });
  return cells.every((cell) => cell === '') ? undefined : [id, 'place', ...cells];
}

/** CLDR leaves out the name where it is that of the zone. */
function nameOfZone(zone: string): string {
  return (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
}

function idsByForm({ rows }: Authored): ReadonlyMap<string, string> {
  return new Map([...rows].flatMap(([id, cells]) => formsIn(cells.get('en')).map((form) => [folded(form.replace('*', '')), id] as const)));
}

function slug(name: string): string {
  return folded(name).replaceAll(' ', '-');
}

function regionNames(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
}

/** The codes of ISO 3166-1 that have a name; those reserved for other uses are left out. */
function regionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.filter((code) => !RESERVED.test(code) && new Intl.Locale(`und-${code}`).region === code && regionNames('en').of(code) !== undefined);
}

const RESERVED = /^(?:AC|CP|CQ|DG|EA|EU|EZ|IC|TA|UN|X.|Q.|ZZ)$/u;
