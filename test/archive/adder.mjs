/** Adds copies of a made-up article under ever new ids to an archive, and prints each id once it is acknowledged; now and then it compacts. */
import { Archive, createArchive } from '../../src/archive/archive.ts';
import { pipelineOptions } from '../../src/options.ts';
import { prepare } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';

const [folder = '', name = '', compactEvery = '0', most = 'Infinity'] = process.argv.slice(2);
const store = await openStore(folder, { readOnly: false });
createArchive(store, { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false });
const archive = new Archive(store);
const options = pipelineOptions();
const NAMES = ['Marta Quiroga', 'Ilse Brandt', 'Tomas Havel', 'Aino Lehtinen', 'Pavel Dudek'];
const PLACES = ['Orvalle', 'Steinfeld', 'Kardova', 'Lunavik', 'Brezno'];
for (let number = 0; number < Number(most); number++) {
  const [who, where] = [NAMES[number % 5], PLACES[Math.floor(number / 5) % 5]];
  const text = `${who}, mayor of ${where}, opened bridge number ${number} over the river on Monday after ${number + 3} months of work.\n\nThe bridge cost ${number * 17 + 900} thousand euros and carries two lanes and a path for bicycles.\n\nThe old one had been closed since a flood in March damaged its third pier, ${who} said.`;
  const document = { id: `${name}-${number}`, path: 'adder', text, url: `https://example.org/${name}/${number}` };
  archive.add([prepare(document, options)]);
  process.stdout.write(`${document.id}\n`);
  if (Number(compactEvery) > 0 && number % Number(compactEvery) === Number(compactEvery) - 1) {
    archive.merge();
    await store.compact();
    process.stdout.write('compacted\n');
  }
}
await store.close();
