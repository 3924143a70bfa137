import type { EventMessage } from '../../lib/model/message.ts';
import type { FoldedDeal } from '../../lib/model/deal.ts';
import { contactsIn, dealsIn, requestsIn, type Snapshot } from './snapshot.ts';
import type { Story } from './story.ts';

/** The parts of a generated event that the oracle looks at. */
interface Said {
  id: string;
  updated_at?: string;
  created_at?: string;
  amount?: string;
  stage?: { id?: string; name: string };
  contact?: Person;
  client?: Person;
  booking_ids?: string[];
  deal_id?: string;
}
interface Person {
  id?: string;
  phones?: string[];
}
interface Event {
  salonKey: string;
  kind: 'deal' | 'booking';
  said: Said;
  /** Its halves that some delivery's settings let through. */
  deals: boolean;
  requests: boolean;
}

/**
 * What can be said of the records without knowing how they are folded; answers what is wrong with them. Of a story that
 * is not plain only the claims that need no order.
 */
export function complaints({ messages, plain }: Story, snapshot: Snapshot, mostBookings: number): string[] {
  const events = eventsOf(messages);
  return [
    ...(plain ? dealComplaints(events, snapshot) : []),
    ...contactComplaints(events, snapshot),
    ...visitComplaints(events, snapshot, mostBookings),
  ];
}

function eventsOf(messages: EventMessage[]): Event[] {
  const byId = new Map<string, Event>();
  for (const { eventId, salonKey, settings, event } of messages) {
    const { event: name, data } = event as unknown as { event: string; data: Said };
    const kind = name.startsWith('deal') ? 'deal' : 'booking';
    const known = byId.get(eventId) ?? { salonKey, kind, said: data, deals: false, requests: false };
    const { isActive, sendDeals, sendRequests } = settings;
    known.deals ||= isActive && kind === 'deal' && sendDeals;
    known.requests ||= isActive && sendRequests;
    byId.set(eventId, known);
  }
  return [...byId.values()].filter(({ deals, requests }) => deals || requests);
}

function dealComplaints(events: Event[], snapshot: Snapshot): string[] {
  const stored = new Map(dealsIn(snapshot).map(({ salonKey, deal }) => [`${salonKey} ${deal.extId}`, deal]));
  const told = groupBy(
    events.filter(({ deals }) => deals),
    ({ salonKey, said }) => `${salonKey} ${said.id}`,
  );
  const missing = [...stored.keys()].filter((name) => !told.has(name)).map((name) => `deal ${name}: nobody told of it`);
  return [...missing, ...[...told].flatMap(([name, group]) => wrongIn(name, group, stored.get(name)))];
}

function wrongIn(name: string, group: Event[], deal: FoldedDeal | undefined): string[] {
  const said = group.map((event) => event.said).sort((one, other) => (one.updated_at! < other.updated_at! ? -1 : 1));
  const amount = said.findLast((one) => one.amount !== undefined)?.amount;
  const stage = said.findLast((one) => one.stage !== undefined)?.stage;
  const created = said.flatMap((one) => one.created_at ?? []).sort()[0] ?? said[0]!.updated_at;
  return [
    ...differs(`deal ${name} revenue`, deal?.revenue, amount && Number(amount) * 100),
    ...differs(`deal ${name} stage`, named(deal?.stage), named(stage)),
    ...differs(`deal ${name} created`, deal?.createdDateTime, created),
  ];
}

function named(stage: { id?: string | undefined; name?: string | undefined } | undefined): string | undefined {
  return stage?.id ?? stage?.name;
}

/** A contact with an id has every phone that any event gave it. */
function contactComplaints(events: Event[], snapshot: Snapshot): string[] {
  const stored = contactsIn(snapshot).filter(({ contact }) => contact.id !== undefined);
  const found = new Map(
    stored.map(({ salonKey, contact }) => [`${salonKey} ${contact.id}`, contact.phones.map(({ e164 }) => e164)]),
  );
  const named = events.flatMap(({ salonKey, said }) => {
    const { id, phones = [] } = said.contact ?? said.client ?? {};
    return id === undefined ? [] : [{ name: `${salonKey} ${id}`, phones }];
  });
  return [...groupBy(named, ({ name }) => name)].flatMap(([name, group]) =>
    differs(
      `contact ${name} phones`,
      sorted(found.get(name) ?? ['no contact']),
      sorted(group.flatMap(({ phones }) => phones)),
    ),
  );
}

/** One visit is one request, whichever way it was told. */
function visitComplaints(events: Event[], snapshot: Snapshot, mostBookings: number): string[] {
  const requests = requestsIn(snapshot).filter(({ request }) => 'extId' in request);
  const stored = requests.map(({ salonKey, request }) => `${salonKey} ${request.extId}`);
  return differs('visits', sorted(stored), sorted(visitsOf(events, mostBookings)), stored.length);
}

function visitsOf(events: Event[], mostBookings: number): string[] {
  const direct = events
    .filter(({ kind, requests }) => kind === 'booking' && requests)
    .map(({ salonKey, said }) => `${salonKey} ${said.id}`);
  const deals = groupBy(
    events.filter(({ kind, requests }) => kind === 'deal' && requests),
    (event) => dealIn(event)!,
  );
  const ofDeals = [...deals].flatMap(([deal, [first]]) => {
    const bookings = new Set(events.filter((event) => dealIn(event) === deal).flatMap(bookingsIn));
    const own = bookings.size === 0 || bookings.size > mostBookings;
    return own ? [deal] : [...bookings].map((id) => `${first!.salonKey} ${id}`);
  });
  return [...new Set([...direct, ...ofDeals])];
}

function bookingsIn({ kind, said }: Event): string[] {
  return kind === 'booking' ? [said.id] : (said.booking_ids ?? []);
}

/** The deal that an event is about or names. */
function dealIn({ kind, said, salonKey }: Event): string | undefined {
  const id = kind === 'deal' ? said.id : said.deal_id;
  return id === undefined ? undefined : `${salonKey} ${id}`;
}

function groupBy<T>(items: T[], nameOf: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, nameOf);
}

function sorted(texts: (string | undefined)[]): string[] {
  return [...new Set(texts.map(String))].sort();
}

/** `count`: of a list that must hold nothing twice. */
function differs(what: string, found: unknown, expected: unknown, count?: number): string[] {
  const repeated = count !== undefined && Array.isArray(found) && found.length !== count;
  if (!repeated && JSON.stringify(found) === JSON.stringify(expected)) return [];
  return [`${what}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`];
}
