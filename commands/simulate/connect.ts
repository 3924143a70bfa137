import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Api } from '../api/client.ts';
import type { Connected } from './expected.ts';
import { campaignId, siteId, sourceId, type SalonPlan } from './salons.ts';

/** A salon that was connected for the run. */
export interface Hooked extends Connected {
  webhookUrl: string;
  token: string;
}

const openedSchema = v.object({ id: v.string() });
const salonSchema = v.object({ id: v.string(), webhookUrl: v.string(), version: v.number() });

/** Opens an account of the run's own, of which nothing is stored yet, and answers its key. */
export async function openAccount(operator: Api, name: string): Promise<string> {
  const components = ['offlineRequests', 'endToEndAnalytics'];
  return v.parse(openedSchema, await operator('POST', '/api/accounts', { name, components })).id;
}

/** Connects the salons, which pass on no requests yet. */
export async function connectSalons(api: Api, plans: readonly SalonPlan[]): Promise<Hooked[]> {
  await saveCatalog(api);
  const salons: Hooked[] = [];
  for (const plan of plans) {
    const token = randomBytes(24).toString('base64url');
    const defaults =
      plan.attributeTo === 'campaign' ? { defaultCampaignId: campaignId } : { defaultSourceId: sourceId };
    const { hours: _, ...settings } = plan;
    const content = { ...settings, ...defaults, defaultSiteId: siteId, token, isActive: true, sendRequests: false };
    const { id, webhookUrl } = v.parse(salonSchema, await api('POST', '/api/salons', content));
    salons.push({ ...plan, key: id, webhookUrl, token });
  }
  return salons;
}

/** From now on bookings are requests. */
export async function passOnRequests(api: Api, salons: readonly Hooked[]): Promise<void> {
  for (const { key } of salons) {
    const { version } = v.parse(salonSchema, await api('GET', `/api/salons/${key}`));
    await api('PUT', `/api/salons/${key}`, { sendRequests: true, version });
  }
}

async function saveCatalog(api: Api): Promise<void> {
  const lists = {
    campaigns: [{ id: campaignId, name: 'Статическая: онлайн-запись', siteId }],
    sources: [{ id: sourceId, name: 'Онлайн-запись' }],
    sites: [{ id: siteId, domainName: 'sim.example' }],
  };
  for (const [name, items] of Object.entries(lists)) await api('PUT', `/api/catalog/${name}`, { items, version: 0 });
}
