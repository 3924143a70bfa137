import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { monotonic } from '../../lib/runtime/clock.ts';

/** What the context of Node 0.10 had; the type still wants it. */
const callbacks = { done: () => undefined, fail: () => undefined, succeed: () => undefined };

/** A context as AWS gives it; `deadline` is in milliseconds of `monotonic`. */
export function contextOf(name: string, deadline: number): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - monotonic()),
    ...callbacks,
  };
}
