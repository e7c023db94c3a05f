import { readFileSync } from 'node:fs';
import { indexPrints } from './src/block/block-index.ts';
import { PartnerSearch } from './src/block/candidates.ts';
import { screening } from './src/compare/screen.ts';
import { shelfOf } from './src/fingerprint/shelf.ts';
import { pipelineOptions } from './src/options.ts';
const raw = readFileSync(process.argv[2]!);
const sab = new SharedArrayBuffer(raw.length); new Uint8Array(sab).set(raw);
const n = new Uint32Array(sab)[0]!;
const prints = shelfOf([sab], Uint32Array.from({ length: n }, (_, i) => i));
const options = pipelineOptions();
let t = performance.now();
const index = indexPrints(prints, undefined);
console.log('index', ((performance.now() - t) / 1000).toFixed(2));
const screen = screening(prints, options.screen);
for (let pass = 0; pass < 3; pass++) {
  t = performance.now();
  const codes = new PartnerSearch(index, prints, screen).pairsOf(Array(n).keys());
  let sum = 0; for (const c of codes) sum = (sum * 31 + c) % 1e9;
  const s = (performance.now() - t) / 1000;
  console.log('search', s.toFixed(2), (1e6 * s / n).toFixed(0), 'us/doc', codes.length, sum);
}
// counts
const looks = new Set<number>(); let count = 0, mutual = 0, acc = 0;
new PartnerSearch(index, prints, (d, p) => { count++; const r = screen(d, p); if (r) acc++; if (looks.has(p * n + d)) mutual++; else looks.add(d * n + p); return r; }).pairsOf(Array(n).keys());
console.log('looks', count / n, 'mutual', mutual / n, 'accepted', acc / n);
