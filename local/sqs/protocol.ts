import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { actions } from './actions.ts';
import type { Sqs } from './context.ts';
import { SqsError } from './errors.ts';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: object;
}

/** AWS JSON 1.0: the action in X-Amz-Target, its input and output as JSON (smithy.io, "AWS JSON 1.0 protocol"). */
export async function answer(sqs: Sqs, request: IncomingMessage, response: ServerResponse, closing: AbortSignal) {
  const hungUp = new AbortController();
  response.once('close', () => {
    hungUp.abort();
  });
  const { status, headers, body } = await perform(sqs, request, AbortSignal.any([hungUp.signal, closing])).catch(
    (reason: unknown) => failed(sqs, reason),
  );
  // A connection kept alive would hold up the closing of the server.
  response.shouldKeepAlive &&= !closing.aborted;
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
    })
    .end(JSON.stringify(body));
}

async function perform(sqs: Sqs, request: IncomingMessage, signal: AbortSignal): Promise<Answer> {
  const [service, name] = String(request.headers['x-amz-target']).split('.');
  const action = service === 'AmazonSQS' ? actions.get(name ?? '') : undefined;
  // A body that is cut short is answered like one that is not JSON, to nobody.
  const input = inputFrom(await text(request).catch(() => ''));
  if (!action) throw new SqsError('InvalidAction', 'The action or operation requested is invalid.');
  return { status: 200, headers: {}, body: await action(sqs, input, signal) };
}

function inputFrom(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new SqsError('SerializationException', 'The request is not JSON.');
  }
}

function failed(sqs: Sqs, reason: unknown): Answer {
  const error = reason instanceof SqsError ? reason : unforeseen(sqs, reason);
  const ours = error.name === 'InternalFailure';
  return {
    status: ours ? 500 : 400,
    headers: { 'x-amzn-query-error': `${error.code};${ours ? 'Receiver' : 'Sender'}` },
    body: { __type: `com.amazonaws.sqs#${error.name}`, message: error.message },
  };
}

function unforeseen({ onError }: Sqs, reason: unknown): SqsError {
  onError(reason);
  return new SqsError('InternalFailure', 'The request failed for a reason that is not yours.');
}
