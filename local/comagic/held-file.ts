import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { writePrivately } from '../write-file.ts';
import { heldSchema, type Held } from './held.ts';

/** What a stand-in of an earlier start has held; undefined: there was none. */
export function readHeld(file: string): Held | undefined {
  return existsSync(file) ? v.parse(heldSchema, JSON.parse(readFileSync(file, 'utf8'), withMaps)) : undefined;
}

export function writeHeld(file: string, held: Held): void {
  writePrivately(file, JSON.parse(JSON.stringify(held, withoutMaps)));
}

const mapSchema = v.strictObject({ map: v.array(v.tuple([v.unknown(), v.unknown()])) });

function withoutMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? { map: [...value] } : value;
}

function withMaps(_: string, value: unknown): unknown {
  return v.is(mapSchema, value) ? new Map(value.map) : value;
}
