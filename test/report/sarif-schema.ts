/**
 * What SARIF 2.1.0 (OASIS Standard, 27 March 2020, with errata 01) asks of the objects that a report has, after sections
 * 3.13 to 3.58 of its text; nothing that is not named here may stand in them. The whole schema is no npm package of a fit
 * size. The SARIF Multitool of Microsoft, which knows the whole, finds no error in a report either.
 */
const message = object({ text: { type: 'string', minLength: 1 } }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const id = { type: 'string', minLength: 1 };

const artifactLocation = object({ uri: { type: 'string', pattern: '^[A-Za-z0-9\\-._~:/?#\\[\\]@!$&\'()*+,;=%]+$' }, uriBaseId: { type: 'string', pattern: '^%?[A-Za-z0-9_]+%?$' } }, ['uri']);
const logicalLocation = object({ fullyQualifiedName: id, kind: { type: 'string' } }, []);
const physicalLocation = object({ artifactLocation, region: object({ startLine: { type: 'integer', minimum: 1 } }, []) }, ['artifactLocation']);
const location = object({ id: { type: 'integer', minimum: -1 }, physicalLocation, logicalLocations: unique(logicalLocation), message }, []);

const suppression = object({ kind: { enum: ['inSource', 'external'] }, status: { enum: ['accepted', 'underReview', 'rejected'] }, justification: { type: 'string' } }, ['kind']);
const result = object(
  {
    ruleId: id,
    level,
    message,
    locations: { type: 'array', items: location },
    relatedLocations: unique(location),
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
    suppressions: unique(suppression),
    properties: { type: 'object' },
  },
  ['message'],
);
const rule = object({ id, shortDescription: message, fullDescription: message, help: message, defaultConfiguration: object({ level }, []) }, ['id']);
const driver = object({ name: id, version: id, semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' }, rules: unique(rule) }, ['name']);
const notification = object({ descriptor: object({ id }, []), level, message, locations: unique(location) }, ['message']);
const invocation = object({ executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: { type: 'array', items: notification } }, ['executionSuccessful']);
const run = object(
  {
    tool: object({ driver }, ['driver']),
    automationDetails: object({ id }, []),
    invocations: { type: 'array', items: invocation },
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: { type: 'array', items: result },
  },
  ['tool'],
);

export const SARIF_SCHEMA = object({ $schema: { type: 'string' }, version: { const: '2.1.0' }, runs: { type: 'array', items: run } }, ['version', 'runs']);

function object(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function unique(items: object): object {
  return { type: 'array', items, uniqueItems: true };
}
