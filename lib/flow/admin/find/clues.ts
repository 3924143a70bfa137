import * as v from 'valibot';
import { belongingOf, bookingsOf } from '../../../domain/event-set.ts';
import { eventId } from '../../../domain/event-id.ts';
import { contactTrait, idKinds, idTraitsOf, traitOf, traitsOf, type TraitKind } from '../../../domain/traits.ts';
import type { Search } from '../../../model/api-finding.ts';
import type { Failure } from '../../../model/api.ts';
import type { DoorContract, Layers, ReaderContract } from '../../../model/contract.ts';
import type { SetRef } from '../../../model/event-set.ts';
import { decodeId, plainSalonId, setOfRecordId } from '../../../model/ids.ts';
import { canonicalJson, canonicalLayers } from '../../../model/json.ts';
import { jsonSchema } from '../../../model/message.ts';
import type { Reading } from '../../../model/reading.ts';
import type { Account, Salon } from '../../../model/settings.ts';

export interface CluesDeps {
  /** As the reader reads them: a phone in E.164, an e-mail in lower case; undefined for what is none. */
  phoneOf: (text: string) => string | undefined;
  emailOf: (text: string) => string | undefined;
  contract: Pick<DoorContract, 'decode' | 'withoutSecrets'> & ReaderContract;
  now: () => Date;
}

/** By what deliveries and records may be found: keys that are looked up, nothing is searched through. */
export interface Clues {
  /** Ids of deliveries. */
  lines: string[];
  sets: SetRef[];
  /** HMACs of what a set, or a line without a record, may say. */
  traits: string[];
}

/** Clues in the order in which they are tried: the next when those before have led to nothing. */
export interface Asked {
  clues: Clues[];
  /** When what is looked for happened, as it says itself. */
  at?: string | undefined;
}

const none: Clues = { lines: [], sets: [], traits: [] };

/** What somebody is looking for, as clues; `salons`: those in which. */
export function cluesOf(deps: CluesDeps, account: Account, salons: Salon[], asked: Search): Asked | Failure {
  const { phone, email, id, delivery } = asked;
  if (phone !== undefined) return personal(account, 'phone', deps.phoneOf(phone));
  if (email !== undefined) return personal(account, 'email', deps.emailOf(email));
  if (id !== undefined) return { clues: [ofId(account, salons, id)] };
  return ofDelivery(deps, account, salons, delivery ?? '');
}

function personal({ hmacSecret }: Account, kind: TraitKind, value: string | undefined): Asked | Failure {
  if (value === undefined) return { error: 'invalid_request', fields: { [kind]: 'invalid' } };
  return { clues: [{ ...none, traits: [traitOf(hmacSecret, kind, value)] }] };
}

/** Letters of an id of a sender's, at most; of one of a delivery, too. */
const longestId = 200;

/** Whatever it is the id of. */
function ofId({ hmacSecret }: Account, salons: Salon[], id: string): Clues {
  const own = setOfRecordId(id);
  const contact = contactOfId(hmacSecret, id);
  const sets = own === undefined ? [] : [own];
  const traits = contact === undefined ? [] : [contact];
  if (id.length > longestId) return { ...none, sets, traits };
  const named = salons.flatMap(({ key: salonKey }): SetRef[] => [
    { salonKey, kind: 'deal', id },
    { salonKey, kind: 'booking', id },
  ]);
  const ids = idKinds.map((kind) => traitOf(hmacSecret, kind, id));
  return { lines: [id], sets: [...sets, ...named], traits: [...traits, ...ids] };
}

/** The id of a contact is `<salon key>.c.<its key>`. */
function contactOfId(secret: string, id: string): string | undefined {
  const [salonKey = '', letter, part = '', ...rest] = id.split('.');
  return letter === 'c' && part !== '' && rest.length === 0
    ? contactTrait(secret, salonKey, decodeId(part))
    : undefined;
}

/** Events of one body that are looked for. */
const mostEvents = 20;
/** And ids that they may have in the salons of the account. */
const mostLines = 500;

/** A body as it was sent: by the ids of its events, else by those that they name, else by whom they are about. */
function ofDelivery(deps: CluesDeps, account: Account, salons: Salon[], text: string): Asked | Failure {
  const decoded = deps.contract.decode({ bytes: Buffer.from(text, 'utf8'), contentType: '', contentEncoding: '' });
  if (!decoded.ok) return { error: 'invalid_request', fields: { delivery: 'invalid' } };
  const events = decoded.events.slice(0, mostEvents);
  const lines = salons.flatMap((salon) => {
    const secrets = [...decoded.tokens, ...salon.hookKeys.map(({ key }) => key)];
    const clean = deps.contract.withoutSecrets(events, secrets);
    return clean.map((event) => ({ salon, id: eventId(salon.key, canonicalLayers(event)), event }));
  });
  const read = events.flatMap((event) => readIn(deps, account, salonsOf(deps, salons, event), event));
  const [at] = read.flatMap(({ reading: { occurredAt, updatedAt, createdAt } }) => [
    ...[occurredAt, updatedAt, createdAt].flatMap((moment) => moment?.at ?? []),
  ]);
  return {
    clues: [
      { ...none, lines: lines.slice(0, mostLines).map(({ id }) => id) },
      { ...none, sets: read.flatMap(({ sets }) => sets), traits: read.flatMap(({ ids }) => ids) },
      { ...none, traits: read.flatMap(({ traits }) => traits) },
    ],
    at,
  };
}

/** The salons that an event names, else all. */
function salonsOf({ contract }: CluesDeps, salons: Salon[], event: Layers): Salon[] {
  const named = salons.filter(({ salonId = '', salonLogin = '', fieldMap }) => {
    const { salonIds, salonLogins } = contract.classify(event, fieldMap);
    const ids = salonIds.map(plainSalonId);
    const logins = salonLogins.map((login) => login.toLowerCase());
    return ids.includes(plainSalonId(salonId)) || logins.includes(salonLogin.toLowerCase());
  });
  return named.length > 0 ? named : salons;
}

interface ReadEvent {
  reading: Reading;
  sets: SetRef[];
  ids: string[];
  traits: string[];
}

/** By what each of the salons teaches; those that teach the same read it once. */
function readIn(deps: CluesDeps, account: Account, salons: Salon[], layers: Layers): ReadEvent[] {
  const alike = new Map<string, Salon[]>();
  for (const salon of salons) {
    const taught = canonicalJson(salon.fieldMap);
    alike.set(taught, [...(alike.get(taught) ?? []), salon]);
  }
  return [...alike.values()].flatMap((some) => readAlike(deps, account, some, layers));
}

function readAlike(deps: CluesDeps, { hmacSecret }: Account, salons: Salon[], layers: Layers): ReadEvent[] {
  const [first] = salons;
  if (first === undefined) return [];
  const event = v.parse(jsonSchema, JSON.parse(canonicalLayers(layers)));
  const { timezone, currency, fieldMap } = first;
  const receivedAt = deps.now().toISOString();
  const { reading } = deps.contract.read(event, { timezone, currency, fieldMap, receivedAt });
  const { senderEventId } = deps.contract.classify([event], fieldMap);
  const sets = salons.flatMap(({ key: salonKey }) => {
    const { own, deal } = belongingOf(reading, salonKey);
    const bookings = bookingsOf(reading).map((id): SetRef => ({ salonKey, kind: 'booking', id }));
    return [own, deal, ...bookings].filter((set) => set !== undefined);
  });
  const ids = idTraitsOf(hmacSecret, reading, senderEventId);
  return [{ reading, sets, ids, traits: traitsOf(hmacSecret, first.key, [{ reading, contact: undefined }]) }];
}
