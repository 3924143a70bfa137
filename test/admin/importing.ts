import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { jobDeps } from '../../functions/wiring/job-deps.ts';
import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { jobStep } from '../../lib/flow/jobs/step.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import { messageSchema, type EventMessage } from '../../lib/model/message.ts';
import type { OwnQueues } from './own-queues.ts';
import type { Stand } from './stand.ts';

/** Imports through the admin λ and queues of one's own, and what the workers do with what it has queued. */
export function importing(stand: Stand, { client, queues }: OwnQueues) {
  const sent = async (url: string) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: 30 }),
    );
    const Entries = Messages.map(({ ReceiptHandle }, place) => ({ Id: String(place), ReceiptHandle }));
    if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
    return Messages.map(({ Body = '' }) => Body);
  };
  const outside = { onLargeSet: () => undefined, sendCrossing: () => Promise.reject(new Error('a crossing')) };
  return {
    imported: async (body: object, id = 'arbat') => {
      const answer = await stand.ask('POST /api/salons/{id}/import', { id, body: { dryRun: false, ...body } });
      return { ...answer, rows: (answer.body['rows'] ?? []) as Record<string, unknown>[] };
    },
    /** What both workers do with all that waits; answers the messages. */
    work: async (): Promise<EventMessage[]> => {
      const handle = recordMessage(workerDeps(stand.tables, outside));
      const done: EventMessage[] = [];
      for (const { url } of [queues.bookings, queues.deals]) {
        for (let bodies = await sent(url); bodies.length > 0; bodies = await sent(url)) {
          for (const body of bodies) {
            const message = v.parse(messageSchema, JSON.parse(body));
            if (message.type !== 'event') throw new Error('no event');
            await handle(message, { messageId: '1', receiveCount: 1, sentAt: new Date().toISOString(), body });
            done.push(message);
          }
        }
      }
      return done;
    },
    /** Asks for a replay, and does it to its end; answers what it has counted. */
    replayed: async (asked: object): Promise<unknown> => {
      const deps = jobDeps(stand.tables, {
        onLargeSet: outside.onLargeSet,
        wakeJob: () => Promise.resolve(),
        leaseMs: 1000,
        emptyQueues: () => Promise.resolve([true]),
      });
      const { body } = await stand.ask('POST /api/jobs', { body: { what: 'replay', ...asked } });
      const id = String(body['id']);
      const step = () => jobStep(deps)('demo', id);
      await step();
      await stand.ask('POST /api/jobs/{id}/start', { id });
      for (;;) {
        await step();
        const { body: job } = await stand.ask('GET /api/jobs/{id}', { id });
        if (job['state'] === 'done') return job['counts'];
      }
    },
  };
}
