import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { canonicalJson } from '../../lib/model/json.ts';

/** SHA-256 (hex) of the canonical JSON of an input, and of what it became. */
const hashesSchema = v.object({ input: v.string(), became: v.string() });
type Hashes = v.InferOutput<typeof hashesSchema>;
/** By version, then by the name of the input. */
const recordSchema = v.record(v.string(), v.record(v.string(), hashesSchema));
export type Recorded = v.InferOutput<typeof recordSchema>;

/** Frozen inputs of a rule that has a version, and what today's code makes of them. */
export interface Guard {
  /** The constant that says the version, and where it stands. */
  constant: string;
  file: string;
  version: number;
  /** What makes something of the inputs. */
  what: string;
  inputs: Frozen[];
  /** The file with what is recorded. */
  record: string;
}
export interface Frozen {
  name: string;
  input: unknown;
  became: unknown;
}

export const command = 'npm run record:versions';

/** What is wrong, with what to do about it; empty when today's code makes of every input what its version is recorded to make. */
export function faultsOf(guard: Guard, recorded: Recorded): string[] {
  const { constant, file, version, what, inputs } = guard;
  const known = recorded[version];
  const newest = Math.max(...Object.keys(recorded).map(Number));
  if (version < newest)
    return [`${constant} is ${version}, but ${newest} is recorded: a version never goes back (${file})`];
  if (known === undefined) return [`nothing is recorded of ${constant} ${version}: run \`${command}\``];
  const faults = inputs.map((frozen) => faultOf(frozen, known[frozen.name]));
  const named = (fault: Fault) => inputs.filter((_, at) => faults[at] === fault).map(({ name }) => name);
  const missing = Object.keys(known).filter((name) => !inputs.some((frozen) => frozen.name === name));
  return [
    said([...named('other input'), ...missing], (names) => `frozen inputs never change, put them back: ${names}`),
    said(
      named('other result'),
      (names) =>
        `${what} makes something else of: ${names}. Raise ${constant} in ${file} to ${version + 1}, then run \`${command}\`` +
        ` and commit what it adds; if the change was not meant, undo it`,
    ),
    said(named('new'), (names) => `not recorded yet: ${names}. Run \`${command}\` and commit what it adds`),
  ].flat();
}

type Fault = 'new' | 'other input' | 'other result';

function faultOf(frozen: Frozen, known: Hashes | undefined): Fault | undefined {
  if (known === undefined) return 'new';
  const { input, became } = hashesOf(frozen);
  if (known.input !== input) return 'other input';
  return known.became === became ? undefined : 'other result';
}

function said(names: string[], sentence: (names: string) => string): string[] {
  return names.length === 0 ? [] : [sentence(names.join(', '))];
}

/** The same with what is not recorded yet of this version; what is recorded stays as it is. */
export function withNew({ version, inputs }: Guard, recorded: Recorded): Recorded {
  const today = Object.fromEntries(inputs.map((frozen) => [frozen.name, hashesOf(frozen)]));
  return { ...recorded, [version]: { ...today, ...recorded[version] } };
}

function hashesOf({ input, became }: Frozen): Hashes {
  return { input: sha256(input), became: sha256(became) };
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

export function recordedIn({ record }: Guard): Recorded {
  return v.parse(recordSchema, JSON.parse(readFileSync(pathOf(record), 'utf8')));
}

export function keep({ record }: Guard, recorded: Recorded): void {
  writeFileSync(pathOf(record), `${JSON.stringify(recorded, undefined, 2)}\n`);
}

function pathOf(name: string): string {
  return join('test/versions', name);
}

export function frozen(name: string): unknown {
  return JSON.parse(readFileSync(pathOf(name), 'utf8'));
}
