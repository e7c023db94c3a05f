import { brotliCompressSync, gzipSync } from 'node:zlib';
import { asWarc, warcRecord, warcResponse } from '../formats/articles.ts';
import { zipOf } from '../formats/zip-writer.ts';
import { zstdBomb, zstdOf } from '../formats/zstd-writer.ts';
import type { HostileFile } from './corpus.ts';

const NEWS = `${Array.from({ length: 60 }, (_, at) => `Figure ${at * at * 7919 % 1009}: the tide at pier ${at} rose again.`).join('\n')}\n`;
const MIB = 2 ** 20;

const cutAt = (bytes: Buffer, shares: readonly number[], name: string, extension: string, code: string): readonly HostileFile[] => shares.map((share) => ({ name: `${name}-cut-${share}.${extension}`, content: bytes.subarray(0, Math.floor(bytes.length * share)), code }));

/** The same bytes with one in the middle turned over. */
function damaged(bytes: Buffer, places: readonly number[], name: string, extension: string, code: string): readonly HostileFile[] {
  return places.map((share) => {
    const copy = Buffer.from(bytes);
    const at = Math.floor(copy.length * share);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return { name: `${name}-damaged-${share}.${extension}`, content: copy, code };
  });
}

const SHARES = [0.1, 0.3, 0.5, 0.7, 0.9];

function gzip(): readonly HostileFile[] {
  const whole = gzipSync(NEWS);
  return [
    ...cutAt(whole, SHARES, 'gzip', 'txt.gz', 'broken-gzip'),
    ...damaged(whole, SHARES, 'gzip', 'txt.gz', 'broken-gzip'),
    { name: 'gzip-bomb.txt.gz', content: gzipSync(Buffer.alloc(200 * MIB, 'x')), code: 'too-expanded' },
    { name: 'gzip-in-gzip.txt.gz', content: gzipSync(gzipSync(NEWS)), code: '*' },
    { name: 'gzip-empty.txt.gz', content: gzipSync(''), code: 'empty-document' },
    { name: 'gzip-head-only.gz', content: Buffer.from([0x1f, 0x8b]), code: 'broken-gzip' },
  ];
}

function zstd(): readonly HostileFile[] {
  const whole = zstdOf(NEWS);
  return [
    ...cutAt(whole, SHARES, 'zstd', 'txt.zst', 'broken-zstd'),
    { name: 'zstd-bomb.txt.zst', content: zstdBomb(4_000), code: 'too-expanded' },
    { name: 'zstd-window.txt.zst', content: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), code: 'zstd-window-too-large' },
    { name: 'zstd-size.txt.zst', content: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0xff, 0xff, 0xff, 0x7e, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), code: 'zstd-window-too-large' },
    { name: 'zstd-second-frame.txt.zst', content: Buffer.concat([whole, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])]), code: 'zstd-window-too-large' },
    { name: 'zstd-head-only.zst', content: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), code: 'broken-zstd' },
    { name: 'zstd-block-type.zst', content: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38, 0x07, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), code: 'broken-zstd' },
    { name: 'zstd-skippable.zst', content: Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]), whole]) },
  ];
}

const SLIPS = ['../slip.txt', '../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', '..\\..\\slip.txt', 'a/../../slip.txt', Buffer.from([0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74])];

function zip(): readonly HostileFile[] {
  const whole = zipOf([{ name: 'a.txt', content: NEWS }, { name: 'b.txt', content: NEWS.toUpperCase() }]);
  return [
    ...cutAt(whole, SHARES, 'zip', 'zip', 'broken-zip'),
    ...SLIPS.map((name, at) => ({ name: `zip-slip-${at}.zip`, content: zipOf([{ name, content: `The ferry number ${at} is late.` }]), code: 'unsafe-name' })),
    { name: 'zip-bomb.zip', content: zipOf([{ name: 'bomb.txt', content: Buffer.alloc(100 * MIB, 'x') }]), code: 'too-expanded' },
    { name: 'zip-many.zip', content: zipOf(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.txt`, content: Buffer.alloc(8 * MIB, ' ') }))), code: 'too-expanded' },
    { name: 'zip-encrypted.zip', content: zipOf([{ name: 'a.txt', content: NEWS, flags: 0x801 }]), code: 'encrypted-member' },
    { name: 'zip-method.zip', content: zipOf([{ name: 'a.txt', content: NEWS, method: 99 }]), code: 'broken-zip' },
    { name: 'zip-size.zip', content: zipOf([{ name: 'a.txt', content: NEWS, claimedSize: 10 }]), code: 'broken-zip' },
    { name: 'zip-stored-size.zip', content: zipOf([{ name: 'a.txt', content: NEWS, isStored: true, claimedSize: 1_000_000 }]), code: 'broken-zip' },
    { name: 'zip-nested.zip', content: zipOf([{ name: 'inner.zip', content: whole }]), code: 'nested-archive' },
    { name: 'zip-gzip-bomb.zip', content: zipOf([{ name: 'a.txt.gz', content: gzipSync(Buffer.alloc(100 * MIB, 'x')), isStored: true }]), code: 'too-expanded' },
    { name: 'zip-empty.zip', content: zipOf([]), code: 'empty-archive' },
    { name: 'zip-folder.zip', content: zipOf([{ name: 'folder/', content: '' }, { name: '.hidden', content: 'x' }]), code: 'empty-archive' },
    { name: 'zip-picture.zip', content: zipOf([{ name: 'a.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]) }]), code: 'not-text' },
    { name: 'zip-head-only.zip', content: Buffer.from('PK\u0003\u0004'), code: 'broken-zip' },
    { name: 'office.docx', content: zipOf([{ name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' }, { name: 'word/document.xml', content: '<?xml version="1.0"?><w:document/>' }]), code: 'unknown-xml' },
  ];
}

function warc(): readonly HostileFile[] {
  const whole = asWarc([{ id: 'https://a.example/1', title: 'Tide', text: NEWS }]);
  const head = 'WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n';
  const bodies: Readonly<Record<string, readonly [string, Uint8Array]>> = {
    'gzip-broken': ['Content-Encoding: gzip', Buffer.concat([gzipSync(NEWS).subarray(0, 40)])],
    'gzip-bomb': ['Content-Encoding: gzip', gzipSync(Buffer.alloc(100 * MIB))],
    'brotli-bomb': ['Content-Encoding: br', brotliCompressSync(Buffer.alloc(100 * MIB))],
    'brotli-broken': ['Content-Encoding: br', Buffer.from('no brotli')],
    'deflate-broken': ['Content-Encoding: deflate', Buffer.from('no deflate')],
  };
  return [
    ...cutAt(whole, [0.3, 0.5, 0.7, 0.9], 'warc', 'warc', 'broken-warc'),
    ...Object.entries(bodies).map(([name, [header, body]]) => ({ name: `warc-${name}.warc`, content: warcResponse('https://a.example/b', body, `Content-Type: text/html\r\n${header}`), code: 'broken-record' })),
    { name: 'warc-no-length.warc', content: `${head}\r\nHTTP/1.1 200 OK\r\n\r\nx`, code: 'broken-warc' },
    { name: 'warc-negative.warc', content: `${head}Content-Length: -5\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx`, code: 'broken-warc' },
    { name: 'warc-huge-length.warc', content: `${head}Content-Length: 999999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx`, code: 'broken-warc' },
    { name: 'warc-garbage.warc', content: Buffer.concat([whole, Buffer.from('garbage after the last record')]), code: 'broken-warc' },
    { name: 'warc-head-open.warc', content: `WARC/1.0\r\n${'X-Long: x\r\n'.repeat(20_000)}`, code: 'broken-warc' },
    { name: 'warc-redirect.warc', content: warcResponse('https://a.example/r', 'Moved', 'Location: /b', '301 Moved'), code: 'records-passed-over' },
    { name: 'warc-picture.warc', content: warcResponse('https://a.example/p.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'Content-Type: image/png'), code: 'records-passed-over' },
    { name: 'warc-no-http.warc', content: warcRecord({ 'WARC-Type': 'response', 'WARC-Target-URI': 'https://a.example/n', 'Content-Type': 'application/http' }, 'no response'), code: 'records-passed-over' },
    { name: 'warc-deep.warc', content: warcResponse('https://a.example/d', `<html><body>${'<div>'.repeat(5_000)}`), code: 'too-deep' },
    { name: 'warc-chunks.warc', content: warcResponse('https://a.example/c', 'ffffffff\r\nshort', 'Content-Type: text/plain\r\nTransfer-Encoding: chunked') },
    { name: 'warc-in-warc.warc', content: warcResponse('https://a.example/w', whole, 'Content-Type: text/plain'), code: '*' },
  ];
}

/** Packed files that are cut, damaged, bombs or traps. */
export function packed(): readonly HostileFile[] {
  return [...gzip(), ...zstd(), ...zip(), ...warc()];
}
