import { Refusal } from './refusal.ts';

/** What a parameter has to be. */
export interface Parameter {
  type: 'string' | 'number' | 'datetime' | 'boolean' | 'strings' | 'object' | 'objects';
  required?: true;
  /** Items that a list may have at most, or the largest number. */
  most?: number;
  /** Of an object, or of each of a list. */
  of?: Parameters;
  oneOf?: readonly string[];
}
export type Parameters = Readonly<Record<string, Parameter>>;
/** Parameters that were checked. */
export type Given = Readonly<Record<string, unknown>>;

const dateTime = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

export function isGiven(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses what is unknown, missing, of another type or too much. */
export function check(given: Given, parameters: Parameters, path = ''): void {
  for (const name of Object.keys(given)) {
    if (parameters[name] === undefined) throw new Refusal('unexpected_parameters', path + name);
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = given[name];
    if (value !== undefined && value !== null) checkValue(value, parameter, path + name);
    else if (parameter.required) throw new Refusal('required_parameter_missed', path + name);
  }
}

const types = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  datetime: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  strings: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  object: isGiven,
  objects: (value) => Array.isArray(value) && value.every(isGiven),
} as const satisfies Record<Parameter['type'], (value: unknown) => boolean>;

function checkValue(value: unknown, parameter: Parameter, path: string): void {
  if (!types[parameter.type](value)) throw new Refusal('data_type_error', path, value);
  if (!isAllowed(value, parameter)) throw new Refusal('invalid_parameter_value', path, value);
  const { of } = parameter;
  if (of === undefined) return;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  for (const item of items) if (isGiven(item)) check(item, of, `${path}.`);
}

function isAllowed(value: unknown, { type, most = Infinity, oneOf }: Parameter): boolean {
  if (Array.isArray(value)) return value.length <= most;
  if (typeof value === 'number') return value <= most;
  if (typeof value !== 'string') return true;
  return (type !== 'datetime' || dateTime.test(value)) && (oneOf?.includes(value) ?? true);
}

/** Of checked parameters. */
export function textIn(given: Given, name: string): string {
  const value = given[name];
  return typeof value === 'string' ? value : '';
}

export function textsIn(given: Given, name: string): string[] {
  const value = given[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function numberIn(given: Given, name: string): number | undefined {
  const value = given[name];
  return typeof value === 'number' ? value : undefined;
}

export function objectsIn(given: Given, name: string): Given[] {
  const value = given[name];
  return Array.isArray(value) ? value.filter(isGiven) : [];
}

export function objectIn(given: Given, name: string): Given {
  const value = given[name];
  return isGiven(value) ? value : {};
}
