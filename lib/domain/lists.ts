import type { Service } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { lastSaid, type Told } from './told.ts';
import { firstWithin } from './within.ts';

/** Of services, and of tags; a record stays below what an item of DynamoDB may have (400 KB). */
const most = { items: 100, bytes: 32 * 1024 };

/** What the last lists said, as far as limits allow, and warnings about what those cut. */
export interface Lists {
  services: Service[];
  tags: Named[];
  warnings: string[];
}

/** Both are replaced whole by the last list: an empty one says nothing of services, and clears tags. */
export function listsIn(events: Told[]): Lists {
  const [allServices, allTags] = [lastServices(events), lastTags(events)];
  const [services, tags] = [firstWithin(allServices, most), firstWithin(allTags, most)];
  return {
    services,
    tags,
    warnings: [
      ...(services.length < allServices.length ? ['services: cut'] : []),
      ...(tags.length < allTags.length ? ['tags: cut'] : []),
    ],
  };
}

function lastServices(events: Told[]): Service[] {
  return lastSaid(events, ({ reading: { services } }) => (services?.length ? services : undefined)) ?? [];
}

function lastTags(events: Told[]): Named[] {
  return lastSaid(events, ({ reading }) => reading.tags) ?? [];
}
