import { readFileSync, writeFileSync } from 'node:fs';
import { prepare } from './src/pipeline.ts';
import { pipelineOptions } from './src/options.ts';
import { byLanguage } from './src/language/by-language.ts';
import { packPrints } from './src/fingerprint/shelf.ts';
const docs = byLanguage(readFileSync(process.argv[2]!, 'utf8').trim().split('\n').map((l) => JSON.parse(l)) as never[]) as any[];
const options = pipelineOptions();
const packed = packPrints(docs.map((d) => prepare(d, options).print));
writeFileSync(process.argv[3]!, new Uint8Array(packed));
