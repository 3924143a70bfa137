import * as v from 'valibot';
import { environments, type Environment, type FunctionName } from '../model/env.ts';

/** The environment of a function, read once in its entry file. Throws an Error that names the variables at fault, never their values. */
export function readEnvironment<F extends FunctionName>(
  name: F,
  source: Record<string, string | undefined> = process.env,
): Environment<F> {
  const schema: (typeof environments)[F] = environments[name];
  const read = v.safeParse(schema, source);
  if (read.success) return read.output;
  const names = read.issues.map((issue) => v.getDotPath(issue) ?? '?');
  throw new Error(`Environment of ${name}: missing or malformed: ${names.join(', ')}`);
}
