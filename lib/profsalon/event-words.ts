import type { Kind } from '../model/words.ts';

/** What a part of an event's name may say of what has happened; the last is less than the others. */
export type ActWord = 'deleted' | 'restored' | 'cancelled' | 'created' | 'updated';

/** `e`, `ed`, … of an English stem; a Russian stem takes any ending. */
const verb = ['', 'e', 's', 'es', 'ed', 'd', 'ing', 'ion', 'ions'];

function forms(stem: string, ...endings: string[]): string[] {
  return endings.map((ending) => stem + ending);
}

/** Words of entities, whole. */
export const entityWords: Readonly<Record<Kind, readonly string[]>> = {
  deal: ['deal', 'deals', 'lead', 'leads', 'opportunity', 'opportunities'],
  booking: [
    ...['booking', 'bookings', 'record', 'records', 'appointment', 'appointments'],
    ...['reservation', 'reservations', 'visit', 'visits'],
    ...forms('запис', 'ь', 'и', 'ью', 'ей', 'ям', 'ями', 'ях'),
    ...forms('брон', 'ь', 'и', 'ью', 'ей', 'ям', 'ями', 'ях'),
  ],
};
/** Stems of entities, each with those that are no entity's. */
export const entityStems: Readonly<Record<Kind, readonly (readonly [stem: string, but?: string])[]>> = {
  deal: [['сделк'], ['сделок']],
  booking: [['визит', 'визитк'], ['бронирован']],
};

/** Words of acts, whole: stems with the endings of their verbs and nouns, and nothing else. */
export const actWords: Readonly<Record<ActWord, readonly string[]>> = {
  deleted: [
    ...forms('delet', ...verb),
    ...forms('remov', 'e', 'es', 'ed', 'ing', 'al', 'als'),
    ...forms('destroy', '', 's', 'ed', 'ing'),
    ...forms('trash', '', 'es', 'ed', 'ing'),
  ],
  restored: [
    ...forms('restor', 'e', 'es', 'ed', 'ing', 'ation', 'ations'),
    ...forms('undelet', 'e', 'es', 'ed', 'ing', 'ion'),
  ],
  cancelled: [
    ...forms('cancel', '', 's', 'ed', 'ing', 'led', 'ling', 'ation', 'ations', 'lation', 'lations'),
    ...forms('reject', '', 's', 'ed', 'ing', 'ion', 'ions'),
    ...forms('declin', 'e', 'es', 'ed', 'ing'),
    ...['noshow', 'noshows'],
  ],
  created: [
    ...forms('creat', 'e', 'es', 'ed', 'ing', 'ion', 'ions'),
    ...['add', 'adds', 'added', 'adding', 'new'],
    ...forms('нов', 'ая', 'ый', 'ое', 'ые'),
  ],
  updated: [
    ...forms('updat', 'e', 'es', 'ed', 'ing'),
    ...forms('edit', '', 's', 'ed', 'ing'),
    ...forms('chang', 'e', 'es', 'ed', 'ing'),
    ...forms('modif', 'y', 'ies', 'ied', 'ying', 'ication', 'ications'),
    ...forms('mov', 'e', 'es', 'ed', 'ing'),
    ...forms('reschedul', 'e', 'es', 'ed', 'ing'),
  ],
};
/** Russian stems of acts, each with those that are no act's. */
export const actStems: Readonly<Record<ActWord, readonly (readonly [stem: string, but?: string])[]>> = {
  deleted: [['удал', 'удаленн']],
  restored: [['восстан']],
  cancelled: [['отмен'], ['отклон'], ['неявк']],
  created: [['созда'], ['добав']],
  updated: [['измен'], ['обнов'], ['перен'], ['редакт']],
};

/** Words that carry no weight anywhere. */
export const lightWords: readonly string[] = [
  ...['on', 'event', 'events', 'webhook', 'webhooks', 'hook', 'hooks', 'crm', 'api', 'v', 'profsalon'],
  ...['was', 'has', 'been', 'is', 'событие'],
];
export const lightStems: readonly string[] = ['был'];
/** And those that carry none beside an entity. */
export const lightBesideEntity: readonly string[] = ['online', 'онлайн', 'salon', 'soft'];
/** Who cancelled: without weight beside an entity and a cancellation. */
export const actorWords: readonly string[] = [
  ...['by', 'client', 'clients', 'customer', 'customers', 'user', 'users', 'admin', 'staff', 'salon'],
];
export const actorStems: readonly string[] = ['клиент', 'администратор', 'мастер', 'салон'];
