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
const index = indexPrints(prints, undefined);
const screen = screening(prints, options.screen);
for (let pass = 0; pass < 3; pass++) { const t = performance.now(); new PartnerSearch(index, prints, screen).pairsOf(Array(n).keys()); console.log(performance.now() - t); }
