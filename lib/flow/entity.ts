import type { SetRef } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import type { Entity } from '../model/journal.ts';

/** A record of a set, as the journal names it. */
export function entityOf(type: Entity['type'], set: SetRef): Entity {
  return { type, id: recordId(set) };
}
