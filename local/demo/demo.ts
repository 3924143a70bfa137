import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonName } from './account.ts';
import { writePrivately } from '../write-file.ts';

export interface Client {
  clientId: string;
  clientSecret: string;
}

/** What it takes to use a running stack; written as `demo.json`. The first client is an admin of the demo account. */
export interface Demo extends Client {
  /** Of the API, without a final slash. */
  url: string;
  tokenUrl: string;
  operator: Client;
  /** Who signs in to the page at `url`, one of each role. */
  people: Record<PersonName, { login: string; password: string }>;
  salon: { salonId: string; webhookUrl: string; token: string };
  /** SQS: its endpoint, and the URLs of the work queues and of the queue of what is sent. */
  queues: { endpoint: string; bookings: string; deals: string; delivery: string };
  /** The stand-in of CoMagic: its Data API, and the account's key there. */
  comagic: { url: string; accessKey: string };
}

const fileName = 'demo.json';

/** Whoever waits for the file must not find the last start's. */
export function forgetDemo(dataDir: string): void {
  rmSync(join(dataDir, fileName), { force: true });
}

/** Says that the stack is ready, and how to use it. */
export function publishDemo(dataDir: string, demo: Demo): void {
  writePrivately(join(dataDir, fileName), demo);
}
