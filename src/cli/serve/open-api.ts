import { VERSION } from '../../version.ts';

/** What the service says of itself: OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0). */
export function openApi(): object {
  const body = {
    required: true,
    description: 'Articles in any form that dedupe reads: told by the content, whatever the media type says.',
    content: { 'application/json': { schema: { oneOf: [{ $ref: '#/components/schemas/Document' }, { type: 'array', items: { $ref: '#/components/schemas/Document' } }] } }, 'application/x-ndjson': {}, 'application/rss+xml': {}, 'application/atom+xml': {} },
  };
  const failures = {
    '400': answer('Nothing could be read from the request', 'Failure'),
    '401': answer('No valid token', 'Failure'),
    '413': answer('The request is too large', 'Failure'),
    '503': { ...answer('Too many requests wait', 'Failure'), headers: { 'Retry-After': { schema: { type: 'integer' } } } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'dedupe', version: VERSION, description: 'Tells whether a news story has been told before, in any language.' },
    security: [{}, { token: [] }],
    paths: {
      '/check': { post: { summary: 'Holds articles against the archive, and keeps nothing', requestBody: body, responses: { '200': answer('The report of dedupe, with a gate', 'Report'), ...failures } } },
      '/documents': { post: { summary: 'Adds articles to the archive: when it answers they lie on the disk', requestBody: body, responses: { '201': answer('What was added, and what it is a version of', 'Added'), ...failures } } },
      '/health': { get: { summary: 'Whether the service is up', security: [{}], responses: { '200': { description: 'It is' } } } },
      '/metrics': { get: { summary: 'Counts in the form of Prometheus', responses: { '200': { description: 'Counts', content: { 'text/plain': {} } } } } },
      '/openapi.json': { get: { summary: 'This description', responses: { '200': { description: 'OpenAPI 3.1' } } } },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Document: { type: 'object', required: ['text'], properties: { id: { type: 'string' }, title: { type: 'string' }, text: { type: 'string' }, language: { type: 'string' }, date: { type: 'string' }, url: { type: 'string' } } },
        Report: { type: 'object', description: 'As `dedupe check --json` prints it; its schema is schema/report.schema.json of the package.' },
        Added: { type: 'object', required: ['added', 'replaced', 'known', 'report'], properties: { added: ids(), replaced: ids(), known: ids(), report: { $ref: '#/components/schemas/Report' } } },
        Failure: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' }, expected: { type: 'string' }, advice: { type: 'string' } } },
      },
    },
  };
}

function answer(description: string, schema: string): object {
  return { description, content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } };
}

function ids(): object {
  return { type: 'array', items: { type: 'string' } };
}
