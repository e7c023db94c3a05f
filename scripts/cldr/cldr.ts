import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** CLDR as JSON, unpacked. */
export class Cldr {
  readonly #folderOf: (name: string) => string;

  constructor(folderOf: (name: string) => string) {
    this.#folderOf = folderOf;
  }

  /** The exemplar city of each time zone in a language, by zone (`Europe/Vienna`); those that the language gives. */
  cities(language: string): ReadonlyMap<string, string> {
    const zones = this.#read('cldr-dates-full', language, 'timeZoneNames.json', ['dates', 'timeZoneNames', 'zone']);
    const found = new Map<string, string>();
    collectCities(zones, '', found);
    return found;
  }

  /** The names of each currency in a language, one for each plural form, by ISO 4217 code. */
  currencies(language: string): ReadonlyMap<string, readonly string[]> {
    const currencies = this.#read('cldr-numbers-full', language, 'currencies.json', ['numbers', 'currencies']);
    return new Map(entriesOf(currencies).map(([code, names]) => [code, entriesOf(names).flatMap(([key, name]) => (key.startsWith('displayName') && typeof name === 'string' ? [name] : []))]));
  }

  #read(name: string, language: string, file: string, path: readonly string[]): unknown {
    const locale = LOCALES[language] ?? language;
    const place = join(this.#folderOf(name), 'main', locale, file);
    if (!existsSync(place)) return {};
    const whole: unknown = JSON.parse(readFileSync(place, 'utf8'));
    return ['main', locale, ...path].reduce((value, key) => entriesOf(value).find(([found]) => found === key)?.[1], whole);
  }
}

/** Where CLDR calls a language otherwise. */
const LOCALES: Readonly<Record<string, string>> = { nb: 'no', tl: 'fil' };

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function collectCities(value: unknown, zone: string, found: Map<string, string>): void {
  for (const [key, inner] of entriesOf(value)) {
    if (key === 'exemplarCity' && typeof inner === 'string') found.set(zone, inner);
    else if (typeof inner === 'object') collectCities(inner, zone === '' ? key : `${zone}/${key}`, found);
  }
}
