import { countedEnglish } from './plural.ts';
import type { ruCatalog } from './ru-catalog.ts';

export const enCatalog: typeof ruCatalog = {
  title: 'Catalog',
  about: 'The lists that the settings of salons pick from.',
  lists: { campaigns: 'Campaigns', sources: 'Sources', sites: 'Sites' },
  id: 'ID',
  name: 'Name',
  domain: 'Domain',
  site: 'Site ID',
  state: 'State',
  states: {
    active: 'Active',
    inactive: 'Off',
    off: 'Off',
    removed: 'Removed',
    new: 'New',
    disable: 'Disabled',
    error: 'Error',
    work: 'Works',
  },
  add: 'Add a row',
  remove: (name) => `Remove “${name}”`,
  save: 'Save the list',
  merged:
    'Somebody else saved the list meanwhile. Your changes are now on top of the new version: check them and save again.',
  empty: 'The list is empty. Add rows to choose them in the settings of salons.',
  emptyViewer: 'The list is empty.',
  managed: 'CoMagic fills this list and updates it every hour. Change it in the CoMagic account.',
  find: 'Find in the list',
  counted: (count) => countedEnglish(count, 'row', 'rows'),
  shown: (shown, all) => `${shown} of ${all} shown: narrow the search`,
};
