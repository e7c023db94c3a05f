import { keyName, type KeyName } from './key-name.ts';

/** Concepts that are numbers: `two`, `zwei` and `2` are one key. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12, twenty: 20, thirty: 30, fifty: 50,
};

/** Whether a concept is a number: it tells something even where its word is a grammar word. */
export function isNumberWord(id: string): boolean {
  return Object.hasOwn(NUMBER_WORDS, id);
}

const conceptNames = new Map<string, KeyName>();

/** The key of a concept. Each is made once: the tables have a few thousand. */
export function conceptName(id: string): KeyName {
  const known = conceptNames.get(id);
  if (known !== undefined) return known;
  const number = isNumberWord(id) ? NUMBER_WORDS[id] : undefined;
  const made = number === undefined ? keyName('word', `w:${id}`) : keyName('quantity', `q:${number}`);
  conceptNames.set(id, made);
  return made;
}

const entityNames = new Map<string, KeyName>();

/** The key of an entity, made once. */
export function entityName(id: string): KeyName {
  const known = entityNames.get(id) ?? keyName('name', `e:${id}`);
  entityNames.set(id, known);
  return known;
}
