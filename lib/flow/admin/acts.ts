import type { Acts, Reply } from '../../model/acts.ts';
import { listAccounts, type ListAccountsDeps } from './accounts.ts';
import { readCatalog, saveCatalog, type SaveCatalogDeps } from './catalog.ts';
import { createSalon, type CreateSalonDeps } from './create-salon.ts';
import { me } from './me.ts';
import { listSalons, showSalon, type ListSalonsDeps } from './read-salons.ts';
import { saveSalon, type SaveSalonDeps } from './save-salon.ts';

export interface ActsDeps extends ListAccountsDeps, CreateSalonDeps, SaveSalonDeps, ListSalonsDeps, SaveCatalogDeps {}

/** The act of each route. */
export function actsOf(deps: ActsDeps): Acts {
  return {
    'GET /api/me': me(),
    'GET /api/accounts': listAccounts(deps),
    'GET /api/salons': listSalons(deps),
    'POST /api/salons': createSalon(deps),
    'GET /api/salons/{id}': showSalon(deps),
    'PUT /api/salons/{id}': saveSalon(deps),
    'GET /api/catalog/campaigns': readCatalog(deps, 'campaigns'),
    'GET /api/catalog/sources': readCatalog(deps, 'sources'),
    'GET /api/catalog/sites': readCatalog(deps, 'sites'),
    'PUT /api/catalog/campaigns': saveCatalog(deps, 'campaigns'),
    'PUT /api/catalog/sources': saveCatalog(deps, 'sources'),
    'PUT /api/catalog/sites': saveCatalog(deps, 'sites'),
    'GET /api/requests': later,
    'GET /api/requests/{id}': later,
    'GET /api/deals': later,
    'GET /api/deals/{id}': later,
    'GET /api/pipelines': later,
    'GET /api/events': later,
    'GET /api/events/{id}': later,
  };
}

function later(): Promise<Reply> {
  return Promise.resolve({ error: 'unavailable' });
}
