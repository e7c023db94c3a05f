import type { HostileFile } from './corpus.ts';

const TEXT = 'The bridge over the Alder is open again.';
const RECORD = `{"id": "r", "title": "Bridge", "text": "${TEXT}"}`;

/** What is no JSON, each in its own way. */
const BROKEN = ['{', '[', '[{', '[{"text"', '[{"text":', '[{"text": "a', '[{"text": "a"', '[{"text": "a"},', '[{"text": "a"}] x', "[{'text': 'a'}]", '[{text: "a"}]', '[{"text": "a",}]', '[{"text": "a"},]', '[{"text": "\\x"}]', '[{"text": "\\u12"}]', '[{"text": "\n"}]', '[{"text": NaN}]', '[{"text": 01}]', '[{"text": "a"} // note\n]', '[{"text": "a" "id": 1}]'];

/** Records in which something has the wrong type. */
const WRONG: readonly unknown[] = [{}, { id: 'a' }, { text: null }, { text: 7 }, { text: [] }, { text: {} }, { text: true }, 'text', 7, null, [[]]];

/** Fields that can't be what they should be. */
const FIELDS: Readonly<Record<string, unknown>> = { title: ['a'], language: 7, date: 20240301, url: {}, id: [] };

const DATES = ['0000-00-00', '0000-01-01', '2024-13-01', '2024-02-31', '99999-01-01', '-001-01-01', '2024-01-01T99:00:00Z', 'yesterday', '1e9', '\u0000'];

const TITLES = ['\u001b[31mred\u001b[0m', '\u001b]0;owned\u0007', '\u001b]8;;https://a.example\u0007link\u001b]8;;\u0007', '\u009b31m', 'a\rb', 'a\u0008\u0008\u0008b', '\u202egnirts', '\u2066isolated', 'Wes\u200bton', '\u2028line'];

/** JSON, JSON Lines and tables that are wrong, or that mean harm. */
export function records(): readonly HostileFile[] {
  return [
    ...BROKEN.map((content, at) => ({ name: `broken-${at}.json`, content, code: '*' })),
    ...WRONG.map((record, at) => ({ name: `wrong-${at}.json`, content: JSON.stringify([record]), code: 'invalid-record' })),
    ...Object.entries(FIELDS).map(([name, value]) => ({ name: `field-${name}.json`, content: JSON.stringify([{ text: `${TEXT} (${name})`, [name]: value }]), code: 'ignored-field' })),
    ...DATES.map((date, at) => ({ name: `date-${at}.json`, content: JSON.stringify([{ id: `date-${at}`, text: `${TEXT} On day ${at}.`, date }]), code: 'ignored-field' })),
    ...TITLES.map((title, at) => ({ name: `title-${at}.json`, content: JSON.stringify([{ id: `title-${at}`, title, text: `${TEXT} Title ${at}.`, date: '0000-00-00' }]), code: 'ignored-field' })),
    { name: 'proto.json', content: `[{"__proto__": {"text": "Planted.", "isAdmin": true}, "constructor": {"prototype": {"x": 1}}}]`, code: 'invalid-record' },
    { name: 'proto.jsonl', content: `{"__proto__": {"polluted": "yes"}, "text": "${TEXT}", "date": "0000-00-00"}\n`, code: 'ignored-field' },
    { name: 'proto.csv', content: `__proto__,constructor,text,id,date\nplanted,planted,${TEXT},p,0000-00-00\n`, code: 'ignored-field' },
    { name: 'repeated.jsonl', content: `${RECORD}\n${RECORD}\n${RECORD}\n`, code: '*' },
    { name: 'huge-id.json', content: `[{"id": 123456789012345678901234567890, "text": "${TEXT}"}]`, code: 'ignored-field' },
    { name: 'lines-broken.jsonl', content: `${RECORD.replace('"r"', '"l1"')}\n{"text": \n\n\u0000\n${RECORD.replace('"r"', '"l2"')}\n`, code: '*' },
    { name: 'empty-list.json', content: '[]', code: 'empty-document' },
    { name: 'empty-articles.json', content: '{"articles": []}', code: 'empty-document' },
    { name: 'surrogates.json', content: `[{"id": "\\ud800", "title": "\\udfff", "text": "${TEXT} \\ud83c", "date": "0000-00-00"}]`, code: 'ignored-field' },
    { name: 'ninjs-picture.json', content: '[{"uri": "urn:p", "type": "picture", "headline": "A bridge"}]', code: 'empty-document' },
    { name: 'feed-empty.json', content: '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": []}', code: '*' },
    { name: 'feed-wrong.json', content: '{"version": "https://jsonfeed.org/version/1.1", "items": [7, null, {"id": "a"}]}', code: '*' },
    { name: 'quote-open.csv', content: `id,text\n1,"${TEXT}\n2,${TEXT}\n`, code: 'broken-csv' },
    { name: 'head-only.csv', content: 'id,title,text\n', code: 'empty-document' },
    { name: 'no-text.csv', content: 'id,headline\n1,Bridge\n', code: 'invalid-record' },
    { name: 'ragged.csv', content: `id,title,text\n1\n2,Bridge\n3,Bridge,${TEXT},more,and more\n`, code: 'invalid-record' },
    { name: 'wrong-bytes.csv', content: Buffer.concat([Buffer.from(`id,text\n1,${TEXT}\n2,`), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('\n')]), code: 'wrong-encoding' },
    { name: 'nul.csv', content: `id,text\n1,${TEXT}\0\n`, code: 'binary-file' },
    { name: 'delimiters.tsv', content: `${'\t'.repeat(200_000)}\n`, code: '*' },
  ];
}
