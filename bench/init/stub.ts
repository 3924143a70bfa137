import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { storedItem } from './stored.ts';

/** A request of the SDK as it came; `target`: service and operation, `DynamoDB_20120810.GetItem`. */
export interface Taken {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  target: string;
  body: string;
}
export interface Answer {
  status: number;
  body: object;
}

/** Answers like DynamoDB, SQS and SSM, of whom a first call asks little; `answer` goes before, where it has one. */
export async function startStub(answer: (taken: Taken) => Answer | undefined = () => undefined) {
  const taken: Taken[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, target: String(headers['x-amz-target']), body };
      taken.push(one);
      const { status, body: said } = answer(one) ?? { status: 200, body: answerOf(one) };
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(said));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const getSchema = v.object({ Key: v.object({ pk: v.object({ S: v.string() }), sk: v.object({ S: v.string() }) }) });
const sendSchema = v.object({ Entries: v.array(v.object({ Id: v.string(), MessageBody: v.string() })) });

function answerOf({ target, body }: Taken): object {
  const operation = target.split('.')[1];
  const input: unknown = JSON.parse(body);
  if (operation === 'GetItem') return itemFor(v.parse(getSchema, input));
  if (operation === 'Query') return { Items: [], Count: 0, ScannedCount: 0 };
  if (operation === 'GetParameter') return { Parameter: { ...parameter } };
  if (operation === 'SendMessageBatch') return { Successful: v.parse(sendSchema, input).Entries.map(sent) };
  return {};
}

/** An access key as SSM answers it. */
const parameter = { Type: 'SecureString', Value: 'access-key', Version: 1, LastModifiedDate: 1773756346.123 } as const;

function itemFor({ Key }: v.InferOutput<typeof getSchema>): object {
  const Item = storedItem({ pk: Key.pk.S, sk: Key.sk.S });
  return Item === undefined ? {} : { Item };
}

function sent({ Id, MessageBody }: { Id: string; MessageBody: string }): object {
  return { Id, MessageId: `m-${Id}`, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
}
