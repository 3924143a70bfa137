import * as v from 'valibot';
import type { CatalogName } from '../../lib/model/catalog.ts';
import type { apiClient } from './api.ts';
import { defaultCampaignId, demoCatalog } from './catalog.ts';

type Api = Awaited<ReturnType<typeof apiClient>>;

/** ProfSalon's id of the demo salon: the samples name it. */
export const demoSalonId = '1042';

const salonSchema = v.object({ webhookUrl: v.string() });
const salonsSchema = v.object({ items: v.array(v.object({ id: v.string(), salonId: v.optional(v.string()) })) });
const listSchema = v.object({ items: v.array(v.unknown()), version: v.number() });

/** Connects the demo salon through the API, as a person would, unless it is there; answers its webhook URL. */
export async function seedSalon(api: Api, token: string): Promise<string> {
  const { items } = v.parse(salonsSchema, await api('GET', '/api/salons?limit=500'));
  const known = items.find(({ salonId }) => salonId === demoSalonId);
  if (known) return v.parse(salonSchema, await api('GET', `/api/salons/${known.id}`)).webhookUrl;
  await seedList(api, 'campaigns');
  await seedList(api, 'sources');
  await seedList(api, 'sites');
  return v.parse(salonSchema, await api('POST', '/api/salons', { ...demoSalon, token })).webhookUrl;
}

async function seedList(api: Api, name: CatalogName): Promise<void> {
  const { items, version } = v.parse(listSchema, await api('GET', `/api/catalog/${name}`));
  if (items.length === 0) await api('PUT', `/api/catalog/${name}`, { items: demoCatalog[name], version });
}

const demoSalon = {
  isActive: true,
  salonId: demoSalonId,
  salonLogin: 'msc_myata_arbat',
  salonName: 'Салон красоты «Мята», Арбат',
  sendRequests: true,
  attributeTo: 'campaign',
  defaultCampaignId,
  sendDeals: true,
  timezone: 'Europe/Moscow',
};
