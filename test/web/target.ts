import { readFileSync } from 'node:fs';
import type { Demo } from '../../local/demo/demo.ts';
import { apiOf, type Api } from '../blackbox/target.ts';

/** The stack that main.ts has started. */
export const demo = JSON.parse(readFileSync(process.env['WEB_TARGET'] ?? '.local/demo.json', 'utf8')) as Demo;
export const issuer = new URL(demo.tokenUrl).origin;

export interface Account {
  id: string;
  api: Api;
}

/** An account with both components and a catalog, and nothing else; the API acts in it as an operator. */
export async function newAccount(
  name: string,
  components = ['offlineRequests', 'endToEndAnalytics'],
): Promise<Account> {
  const operator = await apiOf(demo, '');
  const { body } = await operator('POST', '/api/accounts', { name, components });
  const { id } = body as { id: string };
  const api = await apiOf(demo, id);
  await api('PUT', '/api/catalog/campaigns', { version: 0, items: campaigns });
  await api('PUT', '/api/catalog/sources', { version: 0, items: sources });
  await api('PUT', '/api/catalog/sites', { version: 0, items: sites });
  return { id, api };
}

const campaigns = [
  { id: '-1', name: 'Посетители без рекламной кампании' },
  { id: '501', name: 'Онлайн-запись' },
  { id: '502', name: 'Яндекс Директ' },
  { id: '503', name: 'Прошлая зима', status: 'inactive' },
];
const sources = [
  { id: '601', name: 'Виджет' },
  { id: '602', name: 'Карты' },
];
const sites = [{ id: '701', domainName: 'salon.example.ru' }];

/** A salon of an account as it is connected by the API. */
export async function newSalon(
  { api }: Account,
  over: Record<string, unknown> = {},
): Promise<Record<string, unknown> & { id: string }> {
  const settings = {
    isActive: true,
    salonId: '2001',
    salonLogin: 'salon_login',
    salonName: 'Салон «Роза»',
    token: 'token-of-the-rose',
    sendRequests: true,
    defaultCampaignId: '501',
    sendDeals: true,
    ...over,
  };
  const { status, body } = await api('POST', '/api/salons', settings);
  if (status !== 201) throw new Error(`A salon could not be connected: ${JSON.stringify(body)}`);
  return body as Record<string, unknown> & { id: string };
}

/** What the API says of a salon now. */
export async function salonOf({ api }: Account, id: string): Promise<Record<string, unknown>> {
  return (await api('GET', `/api/salons/${id}`)).body as Record<string, unknown>;
}

/** A booking as the sender's webhook tells of it; answers the status. */
export async function deliver(webhookUrl: string, token: string, over: Record<string, unknown> = {}): Promise<number> {
  const data = {
    id: 558213,
    salon_id: '2001',
    source: 'widget',
    client: { name: 'Анна', phone: '+79161234567' },
    ...over,
  };
  const body = JSON.stringify({ event: 'record.created', salon_id: data.salon_id, data });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (await fetch(webhookUrl, { method: 'POST', headers, body })).status;
}
