import * as v from 'valibot';
import type { Failure } from '../model/api.ts';

/** A part of a call as its schema takes it, else which fields are at fault and why. Never valibot's messages, which quote the input. */
export function parsePart<S extends v.GenericSchema<unknown, unknown>>(
  schema: S,
  value: unknown,
): { value: v.InferOutput<S> } | Failure {
  const read = v.safeParse(schema, value);
  return read.success ? { value: read.output } : { error: 'invalid_request', fields: fieldsOf(read.issues) };
}

type Issue = v.BaseIssue<unknown>;

function fieldsOf(issues: readonly Issue[]): Record<string, string> {
  return Object.fromEntries(issues.slice(0, 50).map((issue) => [pathOf(issue), codeOf(issue)]));
}

/** Dotted path. Names that are the caller's own making are input too and become `*`: an unknown field, the keys of a record. */
function pathOf(issue: Issue): string {
  const path = issue.path ?? [];
  const names = path.map(({ type, key }, at) => {
    const unknown = isUnknownField(issue) && at === path.length - 1;
    // Our schemas hold objects in lists alone; what stands directly in an object is a record.
    const ofRecord = type === 'object' && path[at - 1]?.type === 'object';
    return unknown || ofRecord ? '*' : String(key);
  });
  return names.length === 0 ? '*' : names.join('.');
}

function codeOf(issue: Issue): string {
  if (isUnknownField(issue)) return 'unknown_field';
  return issue.received === 'undefined' ? 'required' : issue.type;
}

function isUnknownField({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never';
}
