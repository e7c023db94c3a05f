/** An article to be written in some format. */
export interface Sample {
  readonly id: string;
  readonly title?: string;
  readonly language?: string;
  readonly date?: string;
  readonly text: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const paragraphs = (text: string): string => text.split('\n').filter((line) => line.trim() !== '').map((line) => `<p>${escaped(line)}</p>`).join('\n');
const address = (id: string): string => `https://news.example/articles/${encodeURIComponent(id)}`;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** RSS 2.0 with whole texts. */
export function asRss(samples: readonly Sample[]): string {
  const items = samples.map(({ id, title, text }) => `<item><title>${escaped(title ?? '')}</title><link>${address(id)}</link><guid isPermaLink="false">${escaped(id)}</guid><content:encoded><![CDATA[${paragraphs(text)}]]></content:encoded></item>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><link>https://news.example/</link><description>All</description>${items.join('\n')}</channel></rss>`;
}

/** RSS 1.0, which is RDF. */
export function asRdf(samples: readonly Sample[]): string {
  const items = samples.map(({ id, title, text }) => `<item rdf:about="${escaped(id)}"><title>${escaped(title ?? 'News')}</title><link>${address(id)}</link><content:encoded>${escaped(paragraphs(text))}</content:encoded></item>`);
  return `<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://news.example/"><title>News</title><link>https://news.example/</link><description>All</description></channel>${items.join('\n')}</rdf:RDF>`;
}

/** Atom with escaped HTML. */
export function asAtom(samples: readonly Sample[]): string {
  const entries = samples.map(({ id, title, text }) => `<entry><id>${escaped(id)}</id><title>${escaped(title ?? '')}</title><link href="${address(id)}"/><updated>2024-03-01T10:00:00Z</updated><content type="html">${escaped(paragraphs(text))}</content></entry>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:news</id><updated>2024-03-01T10:00:00Z</updated>${entries.join('\n')}</feed>`;
}

/** JSON Feed 1.1. */
export function asJsonFeed(samples: readonly Sample[]): string {
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items: samples.map(({ id, title, text }) => ({ id, url: address(id), title, content_html: paragraphs(text) })) });
}

/** ninjs 1.3, a list of items. */
export function asNinjs(samples: readonly Sample[]): string {
  return JSON.stringify(samples.map(({ id, title, text }) => ({ uri: id, type: 'text', versioncreated: '2024-03-01T10:00:00Z', headline: title ?? '', body_xhtml: `<div>${paragraphs(text)}</div>` })));
}

/** A table with a head, quoted as RFC 4180 has it. */
export function asCsv(samples: readonly Sample[]): string {
  return `guid,headline,body\r\n${samples.map(({ id, title, text }) => [id, title ?? '', text].map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A record a line. */
export function asJsonLines(samples: readonly Sample[]): string {
  return samples.map((sample) => `${JSON.stringify(sample)}\n`).join('');
}

/** A page as sites have it, with something around the article. */
export function asPage({ title, language, text }: Sample, head = ''): string {
  const lang = language === undefined ? '' : ` lang="${language}"`;
  return `<!DOCTYPE html>\n<html${lang}><head><meta charset="utf-8"><title>${escaped(title ?? 'News')}</title>${head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>${title === undefined ? '' : `<h1>${escaped(title)}</h1>`}${paragraphs(text)}</article></main>
<footer><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer></body></html>`;
}

/** NewsML-G2: a message of items, each with its text as XHTML. */
export function asNewsml(samples: readonly Sample[]): string {
  const items = samples.map(({ id, title, language, text }) => `<newsItem guid="${escaped(id)}" version="1" standard="NewsML-G2"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2024-03-01T10:00:00Z</versionCreated></itemMeta><contentMeta>${title === undefined ? '' : `<headline>${escaped(title)}</headline>`}${language === undefined ? '' : `<language tag="${language}"/>`}</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${paragraphs(text)}</body></html></inlineXML></contentSet></newsItem>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${items.join('\n')}</itemSet></newsMessage>`;
}

/** One record of a WARC file. */
export function warcRecord(headers: Readonly<Record<string, string>>, block: string | Uint8Array): Buffer {
  const bytes = Buffer.from(block);
  const lines = Object.entries({ 'WARC-Date': '2024-03-01T10:00:00Z', ...headers, 'Content-Length': String(bytes.length) }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** What a server answered, as a crawl keeps it. */
export function warcResponse(target: string, body: string | Uint8Array, headers = 'Content-Type: text/html; charset=utf-8', status = '200 OK'): Buffer {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
  return warcRecord({ 'WARC-Type': 'response', 'WARC-Target-URI': target, 'Content-Type': 'application/http; msgtype=response' }, http);
}

/** A crawl of pages, whose addresses are the ids. */
export function asWarc(samples: readonly Sample[]): Buffer {
  const info = warcRecord({ 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' }, 'software: test\r\n');
  return Buffer.concat([info, ...samples.map((sample) => warcResponse(sample.id, asPage(sample)))]);
}
