import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { campaignId } from '../build/sample-records.ts';
import { allOf, answerOf, apiOf, type Answer, type Api, type Item, type Target } from './target.ts';

/** A salon connected for one run of the suite. */
export interface Connected {
  key: string;
  webhookUrl: string;
  token: string;
}

/** Connects a salon by the API as a person does on the settings page: a catalog, a salon, then active with its token. */
export async function connectSalon(api: Api): Promise<Connected> {
  await haveCampaign(api);
  const token = randomBytes(24).toString('base64url');
  const created = await api('POST', '/api/salons', { salonName: 'Проверка' });
  if (created.status !== 201) throw new Error(`A salon could not be made: ${JSON.stringify(created)}`);
  const { id, version } = created.body as { id: string; version: number };
  const saved = await api('PUT', `/api/salons/${id}`, { ...settings, token, version });
  if (saved.status !== 200) throw new Error(`The salon could not be saved: ${JSON.stringify(saved)}`);
  const { webhookUrl } = saved.body as { webhookUrl: string };
  return { key: id, webhookUrl, token };
}

/** Opens an account with both components: one salon of 1042 may be active in each. A client of it is answered, an operator's. */
export async function openAccount(target: Target): Promise<Api> {
  const operator = await apiOf(target, '');
  const components = ['offlineRequests', 'endToEndAnalytics'];
  const { status, body } = await operator('POST', '/api/accounts', { name: 'Проверка', components });
  if (status !== 201) throw new Error(`An account could not be opened: ${status}`);
  return apiOf(target, (body as { id: string }).id);
}

/** The samples name this salon. */
const settings = {
  isActive: true,
  salonId: '1042',
  salonLogin: 'msc_myata_arbat',
  sendRequests: true,
  attributeTo: 'campaign',
  defaultCampaignId: campaignId,
  sendDeals: true,
  timezone: 'Europe/Moscow',
};

async function haveCampaign(api: Api): Promise<void> {
  const { body } = await api('GET', '/api/catalog/campaigns');
  const { items, version } = body as { items: Item[]; version: number };
  if (items.some(({ id }) => id === campaignId)) return;
  const campaign = { id: campaignId, name: 'Проверка', status: 'active' };
  const { status } = await api('PUT', '/api/catalog/campaigns', { items: [...items, campaign], version });
  if (status !== 200) throw new Error(`The catalog could not be saved: ${status}`);
}

/** In the order in which they happened. */
export const samples = [
  'booking-created.json',
  'deal-created.form',
  'deal-deleted.json',
  'deal-updated.json',
  'records-cancelled-array.json',
] as const;

/** Posts a sample by the printed recipe: JSON with the token in a header, a form with it in the place of SALON_TOKEN. */
export async function postSample(name: string, to: Pick<Connected, 'webhookUrl' | 'token'>): Promise<Answer> {
  const text = readFileSync(`samples/${name}`, 'utf8');
  return name.endsWith('.form')
    ? post(
        to.webhookUrl,
        { 'content-type': 'application/x-www-form-urlencoded' },
        text.replace('SALON_TOKEN', to.token),
      )
    : post(to.webhookUrl, { 'content-type': 'application/json', authorization: `Bearer ${to.token}` }, text);
}

export async function post(url: string, headers: Record<string, string>, body: string): Promise<Answer> {
  return answerOf(await fetch(url, { method: 'POST', headers, body }));
}

/** Waits until a list has as many items, and gives them; a minute at most. */
export async function listOf(api: Api, path: string, count: number): Promise<Item[]> {
  const end = Date.now() + 60_000;
  for (;;) {
    const items = await allOf(api, path);
    if (items.length >= count || Date.now() > end) return items;
    await sleep(200);
  }
}
