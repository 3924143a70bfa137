import type { Service } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { lastSaid, type Told } from './told.ts';
import { firstWithin } from './within.ts';

/** Of services, and of tags; a record stays below what an item of DynamoDB may have (400 KB). */
const most = { items: 100, bytes: 32 * 1024 };

/** Services are replaced whole by the last list; an empty one says nothing. */
export function servicesIn(events: Told[]): Service[] {
  return firstWithin(lastServices(events), most);
}

/** Tags are replaced whole by the last list; an empty one clears them. */
export function tagsIn(events: Told[]): Named[] {
  return firstWithin(lastTags(events), most);
}

/** Warnings about what the limits cut. */
export function listCuts(events: Told[]): string[] {
  return [
    ...(servicesIn(events).length < lastServices(events).length ? ['services: cut'] : []),
    ...(tagsIn(events).length < lastTags(events).length ? ['tags: cut'] : []),
  ];
}

function lastServices(events: Told[]): Service[] {
  return lastSaid(events, ({ reading: { services } }) => (services?.length ? services : undefined)) ?? [];
}

function lastTags(events: Told[]): Named[] {
  return lastSaid(events, ({ reading }) => reading.tags) ?? [];
}
