import type { Catalog } from '../../lib/model/catalog.ts';

/** A catalog as CoMagic would give it to a small salon. */
export const demoCatalog: Catalog = {
  campaigns: [
    { id: '-1', name: 'Посетители без рекламной кампании', status: 'active' },
    { id: '318704', name: 'Яндекс Директ: маникюр', status: 'active', siteId: '21507' },
    { id: '318711', name: 'Статическая: визитки и вывеска', status: 'active', siteId: '21507' },
    { id: '318712', name: 'Статическая: онлайн-запись ProfSalon', status: 'active', siteId: '21507' },
    { id: '317950', name: 'VK Реклама: зима', status: 'inactive', siteId: '21507' },
  ],
  sources: [
    { id: '-1', name: 'Источник не определён', state: 'active' },
    { id: '40112', name: 'Онлайн-запись', state: 'active' },
    { id: '40113', name: 'Яндекс Карты', state: 'active' },
    { id: '40090', name: '2ГИС', state: 'off' },
  ],
  sites: [
    { id: '21507', domainName: 'myata-salon.ru', state: 'work' },
    { id: '21508', domainName: 'old.myata-salon.ru', state: 'disable' },
  ],
};

/** The demo salon's default: requests without a visit of their own go to it. */
export const defaultCampaignId = '318712';
