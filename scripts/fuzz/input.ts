import { gzipSync } from 'node:zlib';
import { asAtom, asCsv, asJsonFeed, asJsonLines, asNewsml, asNinjs, asPage, asRdf, asRss, asWarc, type Sample } from '../../test/read/formats/articles.ts';
import { zipOf } from '../../test/read/formats/zip-writer.ts';
import { zstdOf } from '../../test/read/formats/zstd-writer.ts';
import { chanceOf } from './chance.ts';
import { mutated } from './mutate.ts';

/** A damaged file. */
export interface Input {
  readonly name: string;
  readonly bytes: Buffer;
  /** In how many bytes at a time it comes. */
  readonly step: number;
}

const SAMPLES: readonly Sample[] = [
  { id: 'a', title: 'River Alder bursts its banks', language: 'en', date: '2024-03-01', text: 'About 300 people left their homes.\nThe water rose to 4.72 metres, “the highest level since 1998”, said the mayor.' },
  { id: 'b', title: 'Fluss Alder tritt über die Ufer', language: 'de', date: 'Fri, 01 Mar 2024 10:00:00 GMT', text: 'Rund 300 Menschen verließen ihre Häuser.\nDas Wasser stieg auf 4,72 Meter, sagte die Bürgermeisterin.' },
  { id: 'c', title: '阿尔德河决堤', language: 'zh', text: '约300人离开家园。\n水位升至4.72米。' },
];

const LINKED = '<link rel="canonical" href="https://a.example/a"><link rel="alternate" hreflang="de" href="/de/a"><script type="application/ld+json">{"@type":"NewsArticle","headline":"River","articleBody":"About 300 people.","workTranslation":{"@id":"b"}}</script>';

const first: Sample = { id: 'a', title: 'News', text: 'News.', ...SAMPLES[0] };
const utf8 = (name: string, text: string): readonly [string, Buffer] => [name, Buffer.from(text)];

const WHOLE: readonly [readonly [string, Buffer], ...(readonly [string, Buffer])[]] = [
  utf8('feed.rss', asRss(SAMPLES)), utf8('feed.rdf', asRdf(SAMPLES)), utf8('feed.atom', asAtom(SAMPLES)), utf8('feed.json', asJsonFeed(SAMPLES)),
  utf8('agency.json', asNinjs(SAMPLES)), utf8('agency.xml', asNewsml(SAMPLES)), utf8('news.csv', asCsv(SAMPLES)), utf8('news.jsonl', asJsonLines(SAMPLES)),
  utf8('news.json', JSON.stringify({ articles: SAMPLES }, null, 1)), utf8('page.html', asPage(first, LINKED)), utf8('page.txt', first.text),
  utf8('page.md', `---\ntitle: "River"\ndate: 2024-03-01\n---\n${first.text}`), ['utf16.txt', Buffer.from(`\uFEFF${first.text}`, 'utf16le')], ['latin.html', Buffer.from(asPage({ id: 'l', text: first.text }).replace('utf-8', 'iso-8859-1'), 'latin1')],
  ['crawl.warc', asWarc(SAMPLES)], ['crawl.warc.gz', gzipSync(asWarc(SAMPLES))], ['texts.zip', zipOf(SAMPLES.map(({ id, text }) => ({ name: `${id}.txt`, content: text })))],
  ['stored.zip', zipOf([{ name: 'feed.xml', content: asRss(SAMPLES), isStored: true }])], ['news.jsonl.zst', zstdOf(asJsonLines(SAMPLES))],
];

/** The input of a seed. Half of the packed ones are damaged before they are packed. */
export function inputOf(seed: number): Input {
  const chance = chanceOf(seed);
  const [name, whole] = chance.pick(WHOLE);
  const [, other] = chance.pick(WHOLE);
  const bytes = mutated(whole, other, chance);
  const packed = chance.below(12);
  const step = 1 + chance.below(chance.pick([10, 1_000, 100_000]));
  if (packed === 0) return { name: `${name}.gz`, bytes: gzipSync(bytes), step };
  if (packed === 1) return { name: `${name}.zip`, bytes: zipOf([{ name, content: bytes }]), step };
  return { name, bytes, step };
}
