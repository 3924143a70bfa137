import type { Service } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { lastSaid, type Told } from './told.ts';

const most = 100;

/** Services are replaced whole by the last list; an empty one says nothing. */
export function servicesIn(events: Told[]): Service[] {
  return lastServices(events).slice(0, most);
}

/** Tags are replaced whole by the last list; an empty one clears them. */
export function tagsIn(events: Told[]): Named[] {
  return lastTags(events).slice(0, most);
}

/** Warnings about what the limits cut. */
export function listCuts(events: Told[]): string[] {
  return [
    ...(lastServices(events).length > most ? ['services: cut'] : []),
    ...(lastTags(events).length > most ? ['tags: cut'] : []),
  ];
}

function lastServices(events: Told[]): Service[] {
  return lastSaid(events, ({ reading: { services } }) => (services?.length ? services : undefined)) ?? [];
}

function lastTags(events: Told[]): Named[] {
  return lastSaid(events, ({ reading }) => reading.tags) ?? [];
}
