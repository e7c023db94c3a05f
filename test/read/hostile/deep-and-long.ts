import { gzipSync } from 'node:zlib';
import type { HostileFile } from './corpus.ts';

const DEEP = 100_000;
const GIBIBYTE = 2 ** 30;

const nested = (open: string, close: string, inner: string): string => open.repeat(DEEP) + inner + close.repeat(DEEP);

function deep(): readonly HostileFile[] {
  const tags = ['div', 'span', 'b', 'blockquote', 'table', 'font'];
  return [
    ...tags.map((tag) => ({ name: `deep-${tag}.html`, content: `<!doctype html><html><body>${nested(`<${tag}>`, `</${tag}>`, 'News.')}</body></html>`, code: 'too-deep' })),
    ...tags.map((tag) => ({ name: `deep-open-${tag}.html`, content: `<!doctype html><html><body>${`<${tag}>`.repeat(DEEP)}News.`, code: 'too-deep' })),
    { name: 'deep-mixed.html', content: `<!doctype html><html><body>${'<div></x><b></y>'.repeat(DEEP)}News.`, code: 'too-deep' },
    { name: 'deep-rss.xml', content: `<rss version="2.0"><channel><item><title>${nested('<a>', '</a>', '')}</title></item></channel></rss>`, code: 'too-deep' },
    { name: 'deep-atom.xml', content: `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${nested('<div>', '</div>', 'x')}</content></entry></feed>`, code: 'too-deep' },
    { name: 'deep-newsml.xml', content: `<?xml version="1.0"?><newsItem><contentSet><inlineXML>${nested('<p>', '</p>', 'x')}</inlineXML></contentSet></newsItem>`, code: 'too-deep' },
    { name: 'deep-array.json', content: nested('[', ']', ''), code: '*' },
    { name: 'deep-array-open.json', content: `[{"text":${'['.repeat(DEEP)}`, code: 'too-deep' },
    { name: 'deep-object.json', content: `[{"text": "News.", "a": ${nested('{"a":', '}', '1')}}]`, code: 'too-deep' },
    { name: 'deep-line.jsonl', content: `{"text": "News.", "a": ${nested('[', ']', '')}}\n{"text": "After the deep line, the river fell."}\n`, code: 'too-deep' },
    { name: 'deep-escapes.json', content: `[{"text": "News.", "a": "${'\\"['.repeat(1_000)}", "b": ${nested('[', ']', '"\\\\"')}}]`, code: 'too-deep' },
    { name: 'deep-json-ld.html', content: `<!doctype html><html><head><script type="application/ld+json">${nested('[', ']', '')}</script></head><body></body></html>`, code: 'empty-document' },
  ];
}

function long(): readonly HostileFile[] {
  return [
    { name: 'long-line.jsonl', content: `{"text": "Before it."}\n{"text": "${'a'.repeat(2 ** 20)}`, zeros: GIBIBYTE, code: 'line-too-long' },
    { name: 'long-text.txt', content: 'The river rose. '.repeat(2 ** 17), zeros: GIBIBYTE / 4, code: '*' },
    { name: 'long-json.json', content: `[{"text": "${'a'.repeat(2 ** 20)}`, zeros: GIBIBYTE / 4, code: 'file-too-large' },
    { name: 'long-page.html', content: `<!doctype html><html><body><p>${'a '.repeat(2 ** 19)}`, zeros: GIBIBYTE / 16, code: 'file-too-large' },
    { name: 'long-feed.xml', content: `<rss version="2.0"><channel><title>${'a '.repeat(2 ** 19)}`, zeros: GIBIBYTE / 8, code: 'file-too-large' },
    { name: 'long-cell.csv', content: `id,text\n1,"${'a '.repeat(2 ** 19)}`, zeros: GIBIBYTE / 16, code: 'broken-csv' },
    { name: 'long-line.jsonl.gz', content: gzipSync(`{"text": "${'a'.repeat(40 * 2 ** 20)}"}`), code: '*' },
    { name: 'long-title.json', content: JSON.stringify([{ id: 't', title: 'x'.repeat(1_000_000), text: 'A title too long for a front page.' }]), code: 'ignored-field' },
    { name: 'long-id.json', content: JSON.stringify([{ id: 'x'.repeat(1_000_000), text: 'An id too long for any table.' }]), code: 'ignored-field' },
    { name: 'long-url.json', content: JSON.stringify([{ id: 'u', url: `https://a.example/${'x'.repeat(100_000)}`, text: 'An address too long for any browser.' }]), code: 'ignored-field' },
    { name: 'long-date.json', content: JSON.stringify([{ id: 'd', date: '2024'.repeat(100_000), text: 'A date too long for any calendar.' }]), code: 'ignored-field' },
  ];
}

/** Content that nests beyond all measure, and content that does not end. */
export function deepAndLong(): readonly HostileFile[] {
  return [...deep(), ...long()];
}
