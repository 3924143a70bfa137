import { setTimeout as sleep } from 'node:timers/promises';
import type { Demo } from '../../local/demo/demo.ts';
import { apiOf, type Api } from '../blackbox/target.ts';

export type Item = Record<string, unknown> & { id: string };

/** An account and one of its salons. */
export interface Place {
  account: string;
  api: Api;
  salon: string;
}

/** What the pictures are of. */
export interface ShotData extends Place {
  /** A line of the journal that made no record. */
  ignored: string;
  request: string;
  deals: readonly Item[];
  contact: string;
  /** A job that waits for its start, and one that is done. */
  replay: string;
  done: string;
  /** An account in which nothing was done yet. */
  empty: string;
  /** An account that CoMagic lets in no more, and that has all that is seldom there. */
  rose: Place;
}

export async function shotData(demo: Demo, account: string): Promise<ShotData> {
  const api = await apiOf(demo, account);
  const operator = await apiOf(demo, '');
  const salon = await firstOf(api, '/api/salons');
  const connection = { version: 1, isOn: true, accessKey: demo.comagic.accessKey, startDate: '2026-01-01' };
  await api('PUT', '/api/connection', connection);
  await api('POST', `/api/salons/${salon}/test`);
  const replay = { what: 'replay', salon, filter: { status: 'ignored' } };
  const done = await made(api, '/api/jobs', replay);
  await until(api, `/api/jobs/${done.id}`, ({ state }) => state === 'ready');
  await api('POST', `/api/jobs/${done.id}/start`, {});
  await until(api, `/api/jobs/${done.id}`, ({ state }) => state === 'done');
  return {
    account,
    api,
    salon,
    ignored: await firstOf(api, '/api/events?status=ignored'),
    request: await firstOf(api, '/api/requests'),
    deals: itemsIn((await api('GET', '/api/deals')).body),
    contact: await firstOf(api, '/api/contacts'),
    replay: (await made(api, '/api/jobs', replay)).id,
    done: done.id,
    empty: (await made(operator, '/api/accounts', { name: 'Новый кабинет', components })).id,
    rose: await roseOf(demo, operator),
  };
}

const components = ['offlineRequests', 'endToEndAnalytics'];
const token = 'token-of-the-rose';
const settings = { isActive: true, salonLogin: 'rose', token, sendRequests: true, defaultCampaignId: '501' };

/** A salon whose URL was changed beside one that was deleted, records that CoMagic refuses, and a key that it does not take any more. */
async function roseOf(demo: Demo, operator: Api): Promise<Place> {
  const account = (await made(operator, '/api/accounts', { name: 'Кабинет «Роза»', components })).id;
  const api = await apiOf(demo, account);
  await api('PUT', '/api/catalog/campaigns', { version: 0, items: [{ id: '501', name: 'Онлайн-запись' }] });
  const salon = await made(api, '/api/salons', {
    ...settings,
    salonId: '2001',
    salonName: 'Салон «Роза»',
    sendDeals: true,
  });
  const left = await made(api, '/api/salons', { ...settings, salonId: '2002', salonName: 'Салон «Ива»' });
  await api('DELETE', `/api/salons/${left.id}`);
  await useKey(api, demo.comagic.accessKey);
  // A number of Saint Helena: shorter than the stand-in of CoMagic takes any.
  for (const id of [51, 52]) await deliver(salon, { id, client: { id, name: 'Вера', phone: `+290512${id}` } });
  await until(api, '/api/deals', (body) => itemsIn(body).length === 2);
  await api('POST', '/api/connection/load');
  await until(api, '/api/refused', (body) => itemsIn(body).length === 2);
  await useKey(api, 'a-key-that-is-not-admitted');
  await deliver(salon, { id: 61, name: 'Стрижка', client: { id: 61, name: 'Анна', phone: '+79161234567' } });
  await until(api, '/api/deals', (body) => itemsIn(body).length === 3);
  await api('POST', '/api/connection/load');
  await until(api, '/api/connection', ({ status }) => Object.hasOwn(status as object, 'stopped'));
  const { version } = (await api('GET', `/api/salons/${salon.id}`)).body as { version: number };
  await made(api, `/api/salons/${salon.id}/rotate-hook`, { version });
  return { account, api, salon: salon.id };
}

async function useKey(api: Api, accessKey: string): Promise<void> {
  const { version } = (await api('GET', '/api/connection')).body as { version: number };
  await api('PUT', '/api/connection', { version, isOn: true, accessKey });
}

/** As the sender's webhook would. */
async function deliver(salon: Item, data: Record<string, unknown>): Promise<void> {
  const salonId = salon['salonId'];
  const body = JSON.stringify({ event: 'deal.created', salon_id: salonId, data: { salon_id: salonId, ...data } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  await fetch(String(salon['webhookUrl']), { method: 'POST', headers, body });
}

async function made(api: Api, path: string, content: unknown): Promise<Item> {
  const { status, body } = await api('POST', path, content);
  if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(body)}`);
  return body as Item;
}

function itemsIn(body: unknown): Item[] {
  return (body as { items: Item[] }).items;
}

async function firstOf(api: Api, path: string): Promise<string> {
  const [first] = itemsIn((await api('GET', path)).body);
  if (first === undefined) throw new Error(`${path} is empty: there is nothing to take a picture of.`);
  return first.id;
}

/** How often (ms) and how many times something is looked for. */
const pause = 200;
const tries = 150;

async function until(api: Api, path: string, holds: (body: Record<string, unknown>) => boolean): Promise<void> {
  for (let tried = 0; tried < tries; tried += 1) {
    if (holds((await api('GET', path)).body as Record<string, unknown>)) return;
    await sleep(pause);
  }
  throw new Error(`What was waited for did not come: ${path}`);
}
