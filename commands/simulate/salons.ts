/** What a simulated salon is: its names at ProfSalon, and the settings that decide what becomes of its events. */
export interface SalonPlan {
  salonId: string;
  salonLogin: string;
  salonName: string;
  timezone: string;
  /** Hours that its clocks are ahead of UTC. */
  hours: number;
  sendDeals: boolean;
  useDefaultPipeline: boolean;
  requestsFrom: 'any' | 'widget';
  attributeTo: 'campaign' | 'source';
}

export const campaignId = '318712';
export const sourceId = '40112';
export const siteId = '21507';

type Way = Omit<SalonPlan, 'salonId' | 'salonLogin' | 'salonName'>;
const ways: readonly [Way, ...Way[]] = [
  {
    timezone: 'Europe/Moscow',
    hours: 3,
    sendDeals: true,
    useDefaultPipeline: true,
    requestsFrom: 'any',
    attributeTo: 'campaign',
  },
  {
    timezone: 'Asia/Yekaterinburg',
    hours: 5,
    sendDeals: true,
    useDefaultPipeline: false,
    requestsFrom: 'widget',
    attributeTo: 'source',
  },
  {
    timezone: 'Asia/Vladivostok',
    hours: 10,
    sendDeals: false,
    useDefaultPipeline: true,
    requestsFrom: 'any',
    attributeTo: 'campaign',
  },
];

export function salonPlans(count: number): SalonPlan[] {
  return Array.from({ length: count }, (_, at) => ({
    salonId: String(2001 + at),
    salonLogin: `sim_salon_${at + 1}`,
    salonName: `Салон ${at + 1}`,
    ...(ways[at % ways.length] ?? ways[0]),
  }));
}
