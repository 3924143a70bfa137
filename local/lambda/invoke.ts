import type { Callback, Context } from 'aws-lambda';
import { monotonic } from '../../lib/runtime/clock.ts';
import { contextOf } from './context.ts';

/** A function as AWS would run it. */
export interface Lambda<Event> {
  name: string;
  handler: (event: Event, context: Context, callback: Callback) => unknown;
  timeoutSeconds: number;
}

export type Invocation =
  { status: 'returned'; value: unknown } | { status: 'threw'; error: unknown } | { status: 'timed_out' };

/** Runs a function once. What still runs after the time-out cannot be ended here as AWS would; its result is dropped. */
export async function invoke<Event>(lambda: Lambda<Event>, event: Event): Promise<Invocation> {
  const milliseconds = lambda.timeoutSeconds * 1000;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Invocation>((resolve) => {
    timer = setTimeout(() => {
      resolve({ status: 'timed_out' });
    }, milliseconds);
  });
  try {
    return await Promise.race([run(lambda, event, monotonic() + milliseconds), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function run<Event>(lambda: Lambda<Event>, event: Event, deadline: number): Promise<Invocation> {
  try {
    const value = await lambda.handler(event, contextOf(lambda.name, deadline), () => undefined);
    return { status: 'returned', value };
  } catch (error) {
    return { status: 'threw', error };
  }
}
