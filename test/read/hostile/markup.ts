import { asNewsml, asPage } from '../formats/articles.ts';
import type { HostileFile } from './corpus.ts';

const TEXT = 'The harbour of Weston is closed until Friday, the council said on Monday.';

/** Document types that would grow, fetch or recurse, if anyone heeded them. */
const DOCTYPES: Readonly<Record<string, string>> = {
  laughs: `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`,
  quadratic: `<!DOCTYPE x [<!ENTITY a "${'A'.repeat(50_000)}">]>`,
  file: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  fetch: '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>',
  parameter: '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p; <!ENTITY a "b">]>',
  itself: '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
};

const BODIES: Readonly<Record<string, (doctype: string) => string>> = {
  rss: (doctype) => `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>&l;&a;</title><item><guid>g</guid><title>&l;</title><description>${TEXT} &a;&l;</description></item></channel></rss>`,
  rdf: (doctype) => `<?xml version="1.0"?>${doctype}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="g"><title>&l;</title><description>${TEXT} &a;</description></item></rdf:RDF>`,
  atom: (doctype) => `<?xml version="1.0"?>${doctype}<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>g</id><title>&l;</title><content type="html">${TEXT} &a;</content></entry></feed>`,
  newsml: (doctype) => asNewsml([{ id: 'g', text: TEXT }]).replace('?>', `?>${doctype}`).replace(TEXT, `${TEXT} &a;`),
};

const bombs = (): readonly HostileFile[] => Object.entries(DOCTYPES).flatMap(([trick, doctype]) => Object.entries(BODIES).map(([kind, body]) => ({ name: `bomb-${trick}-${kind}.xml`, content: body(doctype), code: 'entities-ignored' })));

/** A feed, cut off at each of these shares of its length. */
function cutFeeds(): readonly HostileFile[] {
  return Object.entries(BODIES).filter(([kind]) => kind !== 'newsml').flatMap(([kind, body]) => [0.25, 0.45, 0.6, 0.8, 0.95].map((share) => {
    const whole = body('').replaceAll(/&[al];/g, '');
    return { name: `cut-${kind}-${share}.xml`, content: whole.slice(0, Math.floor(whole.length * share)), code: '*' };
  }));
}

/** Hostile XML and HTML. */
export function markup(): readonly HostileFile[] {
  const page = asPage({ id: 'p', text: `${TEXT}\n`.repeat(5) });
  return [
    ...bombs(),
    ...cutFeeds(),
    { name: 'doctype-open.xml', content: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'b'.repeat(1_000)}`, code: '*' },
    { name: 'xinclude.xml', content: '<?xml version="1.0"?><doc xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></doc>', code: 'unknown-xml' },
    { name: 'other.xml', content: '<?xml version="1.0"?><inventory><item>42</item></inventory>', code: 'unknown-xml' },
    { name: 'nitf.xml', content: `<?xml version="1.0"?><nitf><body><body.content><p>${TEXT}</p></body.content></body></nitf>`, code: 'unknown-xml' },
    { name: 'only-declaration.xml', content: '<?xml version="1.0"?>', code: 'unknown-xml' },
    { name: 'comment-open.xml', content: `<?xml version="1.0"?><!-- ${'x'.repeat(10_000)}`, code: 'unknown-xml' },
    { name: 'feeds.opml', content: '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://a.example/feed"/></body></opml>', code: 'addresses-only' },
    { name: 'sitemap.xml', content: '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>', code: 'addresses-only' },
    { name: 'sitemap-index.xml', content: '<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>', code: 'addresses-only' },
    { name: 'empty-feed.xml', content: '<rss version="2.0"><channel><title>Empty</title></channel></rss>', code: '*' },
    { name: 'empty-items.xml', content: '<rss version="2.0"><channel><title>T</title><item></item><item><title>Only a title</title></item></channel></rss>', code: 'empty-document' },
    { name: 'picture.xml', content: '<?xml version="1.0"?><newsItem guid="p"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>', code: 'empty-document' },
    { name: 'no-item.xml', content: '<?xml version="1.0"?><newsMessage><header/></newsMessage>', code: 'broken-newsml' },
    { name: 'blank.html', content: '<!doctype html><html><head><title>Nothing</title></head><body></body></html>', code: 'empty-document' },
    { name: 'script-only.html', content: `<!doctype html><html><body><script>${'var a = "<p>";'.repeat(1_000)}</script></body></html>`, code: 'empty-document' },
    { name: 'script-open.html', content: `<!doctype html><html><body><script>${'x'.repeat(1_000)}`, code: 'empty-document' },
    { name: 'frameset.html', content: '<!doctype html><html><frameset><frame src="a.html"></frameset></html>', code: 'empty-document' },
    { name: 'date-zero.html', content: page.replace('</head>', '<meta property="article:published_time" content="0000-00-00T00:00:00Z"></head>'), code: 'ignored-field' },
    { name: 'title-long.html', content: page.replace('<title>News', `<title>${'News '.repeat(10_000)}`), code: 'ignored-field' },
    { name: 'json-ld-broken.html', content: page.replace('</head>', '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":</script></head>') },
    { name: 'json-ld-proto.html', content: page.replace('</head>', '<script type="application/ld+json">{"__proto__":{"articleBody":"Planted."},"@type":["NewsArticle"],"headline":{"a":1}}</script></head>') },
    { name: 'base-nowhere.html', content: page.replace('</head>', '<link rel="canonical" href="http://["><link rel="alternate" hreflang="de" href="javascript:alert(1)"></head>') },
    { name: 'attributes.html', content: page.replace('<main>', `<main ${Array.from({ length: 20_000 }, (_, at) => `a${at}="${at}"`).join(' ')}>`), code: 'too-many-attributes' },
    { name: 'unclosed.html', content: `<!doctype html><html><body>${`<p>${TEXT} <br><li>`.repeat(2_000)}` },
    { name: 'unopened.html', content: `<!doctype html><html><body>${'</div></x></p>'.repeat(50_000)}<p>${TEXT}</p></body></html>` },
    { name: 'angles.html', content: `<!doctype html><html><body><p>${TEXT}</p>${'<'.repeat(200_000)}` },
    { name: 'references.html', content: `<!doctype html><html><body><p>${TEXT} &#0; &#xffffffff; &#55296; &notareference; ${'&'.repeat(100_000)}</p></body></html>` },
  ];
}
