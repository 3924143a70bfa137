import {
  acts,
  check,
  conflict,
  find,
  imported,
  leftByErasure,
  preview,
  press,
  readTable,
  reconcile,
  seen,
  turn,
  unsaved,
  type Act,
} from './shot-acts.ts';
import type { ShotData } from './shot-data.ts';

export interface Shot {
  name: string;
  path: string;
  /** Where it is not the simulated one; `null`: none is named. */
  account?: string | null;
  /** Where it is not the operator. */
  person?: 'viewer';
  /** What is pressed, and waited for, before the picture is taken. */
  show?: Act;
  /** Of a thing that is only on a narrow page. */
  isNarrow?: boolean;
}

/** Every page and what opens on it, with ids of what is there. */
export function shotsOf(data: ShotData): Shot[] {
  return [
    ...accountShots(data),
    ...salonShots(data),
    ...supportShots(data),
    ...analystShots(data),
    ...emptyShots(data),
  ];
}

function accountShots({ empty, rose: { account } }: ShotData): Shot[] {
  return [
    { name: 'accounts', path: '/', account: null },
    { name: 'account-dialog', path: '/', account: null, show: press(/Создать кабинет|Create an account/) },
    { name: 'menu', path: '/salons', show: press(/^(Меню|Menu)$/), isNarrow: true },
    { name: 'members', path: '/members' },
    { name: 'member-faults', path: '/members', show: press(/^(Добавить|Add)$/) },
    { name: 'audit', path: '/audit' },
    { name: 'catalog', path: '/catalog/campaigns' },
    {
      name: 'catalog-faults',
      path: '/catalog/campaigns',
      account: empty,
      show: acts(press(/Добавить строку|Add a row/), press(/Сохранить список|Save the list/), seen('.error')),
    },
    { name: 'connection', path: '/connection', show: check },
    { name: 'connection-stopped', path: '/connection', account },
    { name: 'connection-key', path: '/connection', account, show: press(/^(Удалить ключ|Delete the key)$/) },
    { name: 'not-found', path: '/nowhere' },
    { name: 'no-salon', path: '/salons/nothing-of-it' },
    { name: 'audit-viewer', path: '/audit', account: null, person: 'viewer' },
    { name: 'contacts-viewer', path: '/contacts', account: null, person: 'viewer' },
    { name: 'salons-viewer', path: '/salons', account: null, person: 'viewer' },
  ];
}

function salonShots({ salon, rose }: ShotData): Shot[] {
  const path = `/salons/${salon}`;
  const ofRose = { path: `/salons/${rose.salon}`, account: rose.account };
  const create = press(/^(Подключить салон|Connect the salon)$/);
  return [
    { name: 'salons', path: '/salons' },
    { name: 'salons-deleted', path: '/salons', account: rose.account },
    { name: 'salon-new', path: '/salons/new' },
    { name: 'salon-faults', path: '/salons/new', show: create },
    { name: 'salon', path },
    { name: 'salon-more', path, show: press(/^(Дополнительно|More settings)/) },
    { name: 'salon-list', path, show: press(/(Рекламная кампания|Campaign)$/) },
    { name: 'salon-unsaved', path, show: unsaved },
    { name: 'salon-preview', path, show: preview },
    { name: 'salon-letter', path, show: press(/Письмо в ПрофСалон|Letter to ProfSalon/) },
    { name: 'salon-stopped', ...ofRose },
    { name: 'salon-conflict', ...ofRose, show: conflict(rose) },
    { name: 'salon-rotate', ...ofRose, show: press(/Сменить адрес|Change the URL/) },
    { name: 'salon-delete', ...ofRose, show: press(/^(Удалить салон|Delete the salon)$/) },
    { name: 'fields', path: `${path}/fields` },
    { name: 'field-name', path: `${path}/fields`, show: press(/^((Назвать|Изменить) поле|(Name|Change) the field)/) },
    { name: 'import', path: `${path}/import` },
    { name: 'import-columns', path: `${path}/import`, show: readTable },
    { name: 'import-checked', path: `${path}/import`, show: imported },
  ];
}

function supportShots({ ignored, replay, done, contact, rose }: ShotData): Shot[] {
  return [
    { name: 'find', path: '/find', show: find(ignored) },
    { name: 'find-nothing', path: '/find', show: find('nothing-like-it') },
    { name: 'find-before', path: '/find' },
    { name: 'problems', path: '/problems' },
    { name: 'journal', path: '/journal' },
    { name: 'journal-nothing', path: '/journal?status=refused&from=2026-01-01&to=2026-01-01' },
    { name: 'line', path: `/journal/${ignored}`, show: press(/Показать присланное|Show what was sent/) },
    { name: 'jobs', path: '/jobs' },
    { name: 'job', path: `/jobs/${replay}` },
    { name: 'job-done', path: `/jobs/${done}` },
    { name: 'job-by-hand', path: `/jobs/${done}`, show: leftByErasure(done) },
    { name: 'contacts', path: '/contacts' },
    { name: 'contacts-few', path: '/contacts', account: rose.account },
    { name: 'contact', path: `/contacts/${contact}` },
    { name: 'contact-erase', path: `/contacts/${contact}`, show: press(/Стереть личные данные|Erase personal data/) },
    { name: 'managers', path: '/managers' },
  ];
}

function analystShots({ salon, request, deals, rose }: ShotData): Shot[] {
  const charts = /^(Графиком|As a chart)$/;
  return [
    { name: 'overview', path: '/overview' },
    {
      name: 'overview-charts',
      path: '/overview',
      show: async (page) => {
        for (const radio of await page.getByRole('radio', { name: charts }).all()) await radio.click();
      },
    },
    { name: 'requests', path: '/requests' },
    { name: 'requests-columns', path: '/requests', show: press(/^(Столбцы|Columns)$/) },
    { name: 'request', path: `/requests/${request}` },
    { name: 'deals', path: '/deals' },
    { name: 'deals-few', path: '/deals', account: rose.account },
    { name: 'deal', path: `/deals/${deals[0]?.id}` },
    { name: 'pipelines', path: '/pipelines' },
    { name: 'reconcile', path: '/reconcile' },
    { name: 'reconciled', path: '/reconcile', show: reconcile(deals.filter(({ salon: of }) => of === salon)) },
  ];
}

/** What pages say where there is nothing yet. */
function emptyShots({ empty: account }: ShotData): Shot[] {
  const paths = {
    salons: '/salons',
    overview: '/overview',
    requests: '/requests',
    deals: '/deals',
    pipelines: '/pipelines',
    reconcile: '/reconcile',
    problems: '/problems',
    journal: '/journal',
    jobs: '/jobs',
    contacts: '/contacts',
    managers: '/managers',
    catalog: '/catalog/campaigns',
    connection: '/connection',
    members: '/members',
  };
  const pages = Object.entries(paths).map(([name, path]) => ({ name: `empty-${name}`, path, account }));
  const key = turn(/Передавать в наш кабинет|Send to our account/);
  return [
    ...pages,
    { name: 'empty-find', path: '/find', account, show: find('nothing-like-it') },
    {
      name: 'connection-faults',
      path: '/connection',
      account,
      show: acts(key, press(/^(Сохранить|Save)$/), seen('.error')),
    },
  ];
}
