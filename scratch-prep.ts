import { readFileSync } from 'node:fs';
import { prepare } from './src/pipeline.ts';
import { pipelineOptions } from './src/options.ts';
import { byLanguage } from './src/language/by-language.ts';
const [file, passes] = [process.argv[2]!, Number(process.argv[3] ?? 6)];
const docs = byLanguage(readFileSync(file, 'utf8').trim().split('\n').map((l) => { const r = JSON.parse(l); return r; }) as never[]) as any[];
const options = pipelineOptions();
const times: number[] = [];
for (let p = 0; p < passes; p++) {
  const t = performance.now();
  let n = 0;
  for (const d of docs) n += (prepare(d, options) as any).letters;
  times.push((performance.now() - t) / docs.length);
}
console.log(times.map((t) => t.toFixed(3)).join(' '), 'min', Math.min(...times).toFixed(3));
