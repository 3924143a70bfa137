import * as v from 'valibot';
import { SqsError } from './errors.ts';

/** What the schema makes of the input, or the error that SQS gives: missing, of the wrong type, or out of range. */
export function parsed<const S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  throw refusal(result.issues[0]);
}

function refusal(issue: v.BaseIssue<unknown>): SqsError {
  const name = v.getDotPath(issue) ?? 'request';
  if (issue.received === 'undefined') {
    return new SqsError('MissingParameter', `The request must contain the parameter ${name}.`);
  }
  if (issue.kind === 'schema') return new SqsError('SerializationException', `${name}: ${issue.message}`);
  return new SqsError('InvalidParameterValue', `The value of parameter ${name} is invalid. Reason: ${issue.message}.`);
}

export function integerIn(min: number, max: number) {
  const message = `Must be between ${min} and ${max}, if provided`;
  return v.pipe(v.number(), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
}
