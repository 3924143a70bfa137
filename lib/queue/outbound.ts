import type { SQSClient } from '@aws-sdk/client-sqs';
import { outboundMessageSchema, type OutboundMessage } from '../model/outbound-message.ts';
import { oneByOne, type OneByOneDeps } from './one-by-one.ts';
import { sender } from './send.ts';

export interface OutboundSenderDeps {
  client: SQSClient;
  url: string;
  log: (line: Record<string, unknown>) => void;
}

/** Milliseconds for all calls together. */
const callsMs = 5000;

/** Puts messages on the queue of what is sent to CoMagic; answers whether all of them were taken. Never throws for the queue. */
export function outboundSender({ client, url, log }: OutboundSenderDeps) {
  const send = sender({ client, urls: { delivery: url }, log });
  return async (messages: readonly OutboundMessage[]): Promise<boolean> => {
    const outgoing = messages.map((message) => ({
      queue: 'delivery' as const,
      group: message.type === 'sweep' ? '-' : message.accountKey,
      body: JSON.stringify(message),
    }));
    const taken = await send(outgoing, AbortSignal.timeout(callsMs));
    return taken.every(Boolean);
  };
}

export type OutboundRunnerDeps = Pick<OneByOneDeps<OutboundMessage>, 'handle' | 'log'>;

/** The handler of that queue: what is to be sent is marked in its record. */
export function outboundRunner(deps: OutboundRunnerDeps) {
  return oneByOne({ what: 'outbound message', schema: outboundMessageSchema, ...deps });
}
