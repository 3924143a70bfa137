import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Demo } from '../../local/demo/demo.ts';
import { connectSalon, openAccount, post } from '../blackbox/salon.ts';
import { allOf, apiOf, type Api, type Item } from '../blackbox/target.ts';
import { asDecoded } from '../build/event.ts';
import { aMessage } from '../build/message.ts';
import { deciding } from '../build/settings.ts';
import { drained } from '../local/waiting.ts';
import { booking, type Delivery } from './deliveries.ts';
import { marksIn, people, type PersonName } from './people.ts';

export interface Job {
  id: string;
  state: string;
  counts: Record<string, number>;
}

/** How the erasures went; `underWay`: what there was to do when they were started. */
export interface Erasing {
  jobs: Job[];
  underWay: { queued: number; replay: string };
  replay: Job;
  /** Ids of the late messages whose lines were there when all was said to be erased. */
  late: string[];
}

/** Seconds for which late messages lie in their queues. */
const lateness = 5;

/** A salon of an account of its own, and what people and senders do with it. */
export async function actingOn(first: Demo) {
  let demo = first;
  let api: Api = await openAccount(demo);
  const salon = await connectSalon(api);
  const { account } = (await api('GET', `/api/salons/${salon.key}`)).body as { account: string };
  const late = lateMessages(account, salon.key);

  async function jobIn(id: string, state: string): Promise<Job> {
    const end = Date.now() + 60_000;
    for (;;) {
      const job = (await api('GET', `/api/jobs/${id}`)).body as Job;
      if (job.state === state || Date.now() > end) return job;
      await sleep(100);
    }
  }
  async function asked(content: object): Promise<string> {
    const { status, body } = await api('POST', '/api/jobs', content);
    if (status !== 201) throw new Error(`A job was answered ${status}: ${JSON.stringify(body)}`);
    return (await jobIn((body as Job).id, 'ready')).id;
  }
  const start = (id: string) => api('POST', `/api/jobs/${id}/start`);

  async function postAll(deliveries: Delivery[]): Promise<void> {
    const left = [...deliveries];
    const { webhookUrl, token } = salon;
    const sender = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const headers = { 'content-type': next.contentType, 'x-salon-token': token };
        const { status } = await post(webhookUrl, headers, next.body);
        if (status !== 200) throw new Error(`A delivery was answered ${status}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, sender));
  }
  async function sendLate(seconds = 0): Promise<void> {
    const { endpoint, bookings } = demo.queues;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials });
    for (const [QueueUrl, message] of [
      [bookings, late[0]],
      [`${bookings}-dead`, late[1]],
    ] as const)
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message), DelaySeconds: seconds }));
    sqs.destroy();
  }
  async function contactOf(clientId: number): Promise<string> {
    const contacts = await allOf(api, '/api/contacts?from=2000-01-01');
    return String(contacts.find(({ extId }) => extId === String(clientId))?.['id']);
  }
  const shown = async (path: string) => (await api('GET', path)).status;

  return {
    connectTo: async (next: Demo): Promise<void> => {
      demo = next;
      api = await apiOf(demo, account);
    },
    post: postAll,
    drained: () => drained(demo.queues, 60_000),
    sendLate,
    /** Erases three people while messages, dead letters and a replay hold what is known of them. */
    erase: async (meanwhile: () => Delivery[]): Promise<Erasing> => {
      const { vera, rimma, snezhana } = people;
      const contact = await contactOf(snezhana.clientId);
      const phone = `8 (${vera.phone.slice(0, 3)}) ${vera.phone.slice(3)}`;
      const replayId = await asked({ what: 'replay', salon: salon.key });
      const ids = [
        await asked({ what: 'erase', phone, again: phone }),
        await asked({ what: 'erase', email: rimma.email, again: rimma.email }),
        await asked({ what: 'erase', contact, again: contact }),
      ];
      await sendLate(lateness);
      await start(replayId);
      const posted = postAll(meanwhile());
      await Promise.all(ids.map(start));
      const underWay = { queued: await queuedNow(), replay: (await jobIn(replayId, 'running')).state };
      await posted;
      const jobs = await Promise.all(ids.map((id) => jobIn(id, 'done')));
      const there = await Promise.all(
        late.map(async ({ eventId }) => ((await shown(`/api/events/${eventId}`)) === 200 ? [eventId] : [])),
      );
      return { jobs, underWay, replay: await jobIn(replayId, 'done'), late: there.flat() };
    },
    replayed: async (): Promise<Job> => {
      const id = await asked({ what: 'replay', salon: salon.key });
      await start(id);
      return jobIn(id, 'done');
    },
    /** How many records and deliveries each is found by, and how many contacts have a mark of somebody. */
    searches: async (): Promise<Record<PersonName, number>> => {
      const counts = {} as Record<PersonName, number>;
      const contacts = JSON.stringify(await allOf(api, '/api/contacts?from=2000-01-01'));
      for (const name of Object.keys(people) as PersonName[]) {
        const { phone, email } = people[name];
        counts[name] = marksIn(contacts, people[name]).length;
        for (const content of phone === '' ? [] : [{ phone }, { email }]) {
          const { requests, deals, events } = (await api('POST', '/api/search', content)).body as Record<
            string,
            Item[]
          >;
          counts[name] += (requests?.length ?? 0) + (deals?.length ?? 0) + (events?.length ?? 0);
        }
      }
      return counts;
    },
    /** Every record that tells of somebody, with all that is known. */
    recordsOf: async (name: PersonName): Promise<Item[]> => {
      const period = 'from=2026-01-01&to=2028-01-01&hidden=true';
      const records: Item[] = [];
      for (const list of ['requests', 'deals']) {
        for (const { id } of await allOf(api, `/api/${list}?${period}`)) {
          const { body } = await api('GET', `/api/${list}/${String(id)}`);
          if (marksIn(JSON.stringify(body), people[name]).length > 0) records.push(body as Item);
        }
      }
      return records;
    },
  };

  async function queuedNow(): Promise<number> {
    const { body } = await api('GET', '/api/health');
    const { bookings, deals } = (body as { queues: Record<'bookings' | 'deals', Depths> }).queues;
    return [bookings, deals].reduce((sum, one) => sum + one.waiting + one.inFlight + one.deadLetters.waiting, 0);
  }
}

interface Depths {
  waiting: number;
  inFlight: number;
  deadLetters: { waiting: number };
}

/** Events of hers that lie in a work queue and among its dead letters, received before she is erased. */
function lateMessages(accountKey: string, salonKey: string) {
  return [8000, 8001].map((id) => {
    const event = asDecoded(booking(id, people.vera));
    const eventId = createHash('sha256').update(JSON.stringify(event)).digest('hex');
    const receivedAt = new Date().toISOString();
    return aMessage({ accountKey, salonKey, receivedAt, eventId, event, settings: deciding() });
  });
}
