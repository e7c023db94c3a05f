import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The flow, from what knows least to what knows most: a module imports from its own stage and from those above it here.
 * Stages are folders and files of `src`.
 */
const FLOW = [
  // What everything stands on.
  'types', 'errors', 'version', 'data', 'kernel',
  // One document.
  'read', 'clean', 'language', 'extract', 'fingerprint',
  // Pairs and groups of them.
  'block', 'compare', 'judge', 'group',
  // The whole job, and what is made of its answer.
  'options', 'pair', 'same-text', 'judging', 'grouping', 'pipeline', 'store', 'archive', 'gate', 'report', 'evaluate',
  // The two ways in.
  'index', 'cli',
];

/** What only some stages may touch of the world. */
const WORLD = [
  { what: 'the console', pattern: /\bconsole\s*[.[]/, allowed: [] },
  { what: 'the process', pattern: /\bprocess\s*[.[]|['"](?:node:)?process['"]/, allowed: ['cli'] },
  { what: 'the clock', pattern: /\bDate\s*\.\s*now\b|\bnew Date\(\)|\bperformance\s*\.|\bsetTimeout\b/, allowed: ['cli'] },
  { what: 'randomness', pattern: /\bMath\s*\.\s*random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, allowed: [] },
  { what: "the machine's locale", pattern: /\.(?:localeCompare|toLocale\w+)\(|\bIntl\.\w+\(\s*(?:undefined\b|\))/, allowed: [] },
  // The service of `dedupe serve` answers; nothing calls out.
  { what: 'the network', pattern: /\bfetch\(|['"](?:node:)?(?:https?|net|tls|dns|http2)['"]/, allowed: ['cli'] },
  { what: 'other programs', pattern: /['"](?:node:)?(?:child_process|worker_threads|vm)['"]/, allowed: ['cli'] },
  { what: 'files', pattern: /['"](?:node:)?fs(?:\/promises)?['"]/, allowed: ['version', 'data', 'read', 'store', 'cli'] },
] as const;

interface Source {
  /** Relative to `src`, with `/`. */
  readonly path: string;
  readonly stage: string;
  /** Without comments. */
  readonly code: string;
}

function sourcesIn(folder: string): Source[] {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return files.filter((file) => /\.[jt]s$/.test(file)).toSorted().map((file) => {
    const path = file.replaceAll('\\', '/');
    return { path, stage: path.split(/[/.]/)[0] ?? '', code: withoutComments(readFileSync(join(folder, file), 'utf8')) };
  });
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1');
}

/** What a source imports, re-exports, loads at run time or requires. */
function importsOf({ code }: Source): string[] {
  return [...code.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`]+)\1/g)].map(([, , name = '']) => name);
}

/** The stage that a relative import leads to; undefined for a package. */
function stageOf(specifier: string, from: Source): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(resolve('src'), resolve('src', dirname(from.path), specifier)).replaceAll('\\', '/');
  return path.split(/[/.]/)[0];
}

const SOURCES = sourcesIn('src').filter(({ path }) => !path.endsWith('.d.ts'));

test('every folder and file of src has its place in the flow', () => {
  expect([...new Set(SOURCES.map(({ stage }) => stage))].toSorted()).toEqual(FLOW.toSorted());
});

test('imports point up the flow to earlier stages, never down to later ones', () => {
  const wrong = SOURCES.flatMap((source) =>
    importsOf(source)
      .filter((specifier) => FLOW.indexOf(stageOf(specifier, source) ?? source.stage) > FLOW.indexOf(source.stage))
      .map((specifier) => `${source.path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test('imports are found in each of their forms, and comments hold none', () => {
  const code = "import a from 'a';\nexport * from \"b\";\nawait import('c');\nrequire(`d`);\nimport 'e';\n// import 'f';\n/* from 'g' */";
  expect(importsOf({ path: '', stage: '', code: withoutComments(code) })).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('the root module of natural is imported nowhere: it prints to standard output', () => {
  const everywhere = ['src', 'bin', 'scripts', 'bench', 'test'].flatMap((folder) => sourcesIn(folder).map((source) => ({ ...source, path: join(folder, source.path) })));
  expect(everywhere.length).toBeGreaterThan(SOURCES.length);
  expect(everywhere.filter((source) => importsOf(source).includes('natural')).map(({ path }) => path)).toEqual([]);
});

test.each(WORLD)('$what is left alone by all stages but those named', ({ pattern, allowed }) => {
  const stages: readonly string[] = allowed;
  const touching = SOURCES.filter(({ stage, code }) => !stages.includes(stage) && pattern.test(code));
  expect(touching.map(({ path }) => path)).toEqual([]);
});
