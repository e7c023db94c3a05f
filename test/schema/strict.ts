import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';

/** The schemas as they are shipped. */
const SHIPPED = ['report', 'explanation'].map((name) => JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as object);

/** A validator of a shipped schema. A `closed` one takes no field that the schema does not describe. */
export function validatorOf(name: 'report' | 'explanation', closed: boolean): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  for (const schema of SHIPPED) ajv.addSchema(closed ? closedForm(schema) : schema);
  const validate = ajv.getSchema(`https://dedupe.invalid/schema/${name}.schema.json`);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  return validate;
}

/** Every object with described fields takes no others. */
function closedForm<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => (isDescribed(value) ? { additionalProperties: false, ...value } : value)) as T;
}

function isDescribed(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'type' in value && 'properties' in value && value.type === 'object';
}
