import { findJsonFault } from '../json-fault.ts';
import { checkJsonDepth } from '../records/json-depth.ts';
import { isFields, own, type Fields } from '../records/fields.ts';
import { ReadFault } from '../fault.ts';
import { addressesOf, translationsIn } from '../records/schema-org.ts';
import type { Page } from './dom.ts';

/** What a page says of its article in JSON-LD (schema.org NewsArticle and its kin). */
export interface LinkedArticle {
  readonly body?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly translations: readonly string[];
}

/** Articles of schema.org: NewsArticle, ReportageNewsArticle, BlogPosting and so on. */
const ARTICLE = /(?:^|[/:])(?:\w*Article|\w*BlogPosting|Report)$/;
/** Blocks, and works in a block, beyond any that pages have. */
const MOST_NODES = 1_000;

/** The article that a page describes: the one with a body, of several; undefined where it describes none. */
export function linkedArticle(page: Page, maxDepth: number): LinkedArticle | undefined {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const articles = scripts.flatMap((script) => nodesOf(parsed(script.textContent ?? '', maxDepth))).filter(isArticle);
  const article = articles.find((node) => typeof own(node, 'articleBody') === 'string') ?? articles[0];
  if (article === undefined) return undefined;
  const language = own(article, 'inLanguage');
  return {
    body: stringOf(article, 'articleBody'),
    title: stringOf(article, 'headline') ?? stringOf(article, 'name'),
    language: typeof language === 'string' ? language : isFields(language) ? (stringOf(language, 'alternateName') ?? stringOf(language, 'name')) : undefined,
    date: stringOf(article, 'datePublished') ?? stringOf(article, 'dateCreated'),
    url: stringOf(article, 'url') ?? addressesOf(own(article, 'mainEntityOfPage'))[0],
    translations: translationsIn(article),
  };
}

/** Pages often break their own JSON-LD, with a line break in a string above all; the page's text is read all the same. */
function parsed(json: string, maxDepth: number): unknown {
  const text = json.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '').replace(/(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/, '').replace(/\p{Cc}/gu, ' ');
  try {
    checkJsonDepth(text, maxDepth, 'JSON-LD');
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof ReadFault || findJsonFault(text) !== undefined) return undefined;
    throw error;
  }
}

function nodesOf(value: unknown): readonly Fields[] {
  const listed = Array.isArray(value) ? value.slice(0, MOST_NODES) : [value];
  return listed.filter(isFields).flatMap((node) => {
    const graph = own(node, '@graph');
    const main = [own(node, 'mainEntity')].filter(isFields);
    return [node, ...main, ...(Array.isArray(graph) ? graph.slice(0, MOST_NODES).filter(isFields) : [])];
  });
}

function isArticle(node: Fields): boolean {
  const type = own(node, '@type');
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === 'string' && ARTICLE.test(name));
}

function stringOf(node: Fields, name: string): string | undefined {
  const value = own(node, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
