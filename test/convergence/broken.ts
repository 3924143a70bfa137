import { createHash } from 'node:crypto';
import { bookingsOf } from '../../lib/domain/event-set.ts';
import { readerContract } from '../../lib/profsalon/contract.ts';
import { canonicalJson } from '../../lib/model/json.ts';
import type { Item, Table } from '../../lib/store/table.ts';
import type { Change, Deps, HandleParts } from './handle.ts';
import type { Tables, Told } from './schedule.ts';

/** The protocol with one of its rules taken away, by what it then does. */
export const removals = {
  'views are written whatever is stored': { tables: overRecords(withoutCondition) },
  'rows are read before the views that they replace': { tables: overRecords(rowsFirst) },
  'a view is known by what it says, not by its rows': {
    rules: (rules) => ({
      ...rules,
      foldDealSet: (ref, set) => {
        const { deal, request } = rules.foldDealSet(ref, set);
        return { deal: byContent(deal), request: byContent(request) };
      },
      foldBookingSet: (ref, sources) => byContent(rules.foldBookingSet(ref, sources)),
    }),
  },
  'a set whose row was already there is not folded': { change: onlyNewRows },
  'a deal whose link was already there is not folded': { change: onlyNewLinks },
  'a deal event speaks only to bookings that it names itself': { change: toOwnNames },
  'a deal event speaks to bookings only when no other event named them': { change: toNewNames },
  'a deal does not stand in the sets of the bookings that it names': {
    change: (deps) => ({ ...deps, foldBooking: (set, account) => deps.foldBooking(set, account) }),
  },
  'a deal is a subscription by its mark alone': {
    rules: (rules) => ({ ...rules, isSubscription: ({ many }) => many !== undefined }),
  },
  'a crossing is done before its folds': {
    change: (deps) => ({
      ...deps,
      contentsOf: async (set) => {
        await deps.finishMany(set);
        return deps.contentsOf(set);
      },
    }),
  },
  'what is known is remembered before it is written': { change: rememberedEarly() },
  'subscriptions count among the deals of a booking': {
    rules: (rules) => ({
      ...rules,
      // As if they were in the way: the first ids, whatever they are.
      dealsNamed: (booking) => rules.dealsNamed(booking).slice(0, rules.mostDeals),
    }),
  },
  'a request’s digest says nothing of the deals that were passed': {
    rules: (rules) => ({
      ...rules,
      foldBookingSet: (ref, sources) => rules.foldBookingSet(ref, { ...sources, passed: [] }),
    }),
  },
  'a deal’s request has one digest before and after its bookings spoke': {
    rules: (rules) => ({
      ...rules,
      foldDealSet: (ref, set) => {
        const { deal, request } = rules.foldDealSet(ref, set);
        return { deal, request: { ...request, digest: request.digest.replace(':many:', ':own:') } };
      },
    }),
  },
  'a request that gave way has one digest for ever': {
    rules: (rules) => ({
      ...rules,
      foldDealSet: (ref, set) => {
        const { deal, request } = rules.foldDealSet(ref, set);
        return { deal, request: request.record === 'superseded' ? { ...request, digest: 'superseded' } : request };
      },
    }),
  },
} satisfies Record<string, HandleParts>;

/** Those that stories of chance do not find: each takes a schedule of its own. */
export const directedOnly: string[] = [
  'a request’s digest says nothing of the deals that were passed',
  'a deal’s request has one digest before and after its bookings spoke',
  'a request that gave way has one digest for ever',
  'subscriptions count among the deals of a booking',
] satisfies (keyof typeof removals)[];

function overRecords(change: (table: Table) => Table): (tables: Tables) => Tables {
  return ({ records, journal }) => ({ records: change(records), journal });
}

function withoutCondition(table: Table): Table {
  return {
    ...table,
    putIf: async (item, expectedRev) => {
      if (!item.sk.startsWith('v#')) return table.putIf(item, expectedRev);
      while (!(await table.putIf(item, (await table.get(item.pk, item.sk))?.rev)));
      return true;
    },
  };
}

function rowsFirst(table: Table): Table {
  const early = new Map<string, Item[]>();
  return {
    ...table,
    get: async (pk, sk) => {
      if (sk.startsWith('v#')) early.set(pk, await table.query(pk, 'e'));
      return table.get(pk, sk);
    },
    query: async (pk, prefix) => {
      if (prefix === 'v#') early.set(pk, await table.query(pk, 'e'));
      const rows = prefix === 'e' ? early.get(pk) : undefined;
      if (prefix === 'e') early.delete(pk);
      return rows ?? table.query(pk, prefix);
    },
  };
}

function byContent<V extends { record: unknown }>(view: V): V {
  return {
    ...view,
    digest: createHash('sha256')
      .update(canonicalJson(view.record ?? null))
      .digest('hex'),
  };
}

const nothing = { contents: { rows: [], links: [], revisions: [] }, deal: undefined, request: undefined };

function onlyNewRows(deps: Deps): Deps {
  let old = false;
  return {
    ...deps,
    putRow: async (set, row) => {
      const { revisions } = await deps.contentsOf(set);
      await deps.putRow(set, row);
      old = (await deps.contentsOf(set)).revisions.length === revisions.length;
    },
    foldDeal: (set, account) => (old ? Promise.resolve(nothing) : deps.foldDeal(set, account)),
    foldBooking: (set, account, naming) =>
      old && naming === undefined ? Promise.resolve(undefined) : deps.foldBooking(set, account, naming),
  };
}

function onlyNewLinks(deps: Deps, message: Told): Deps {
  let linked = isDealEvent(message);
  return {
    ...deps,
    putLink: (set, id) => {
      linked = true;
      return deps.putLink(set, id);
    },
    foldDeal: (set, account) => (linked ? deps.foldDeal(set, account) : Promise.resolve(nothing)),
  };
}

function isDealEvent(message: Told): boolean {
  return message.type === 'crossing' || readingOf(message)?.kind === 'deal';
}

function readingOf(message: Told) {
  if (message.type === 'crossing') return undefined;
  const { receivedAt } = message;
  return readerContract.read(message.event, { timezone: 'UTC', currency: 'RUB', fieldMap: {}, receivedAt }).reading;
}

function toOwnNames(deps: Deps, message: Told): Deps {
  const reading = readingOf(message);
  if (reading === undefined) return deps;
  const own = bookingsOf(reading);
  return {
    ...deps,
    foldBooking: (set, account, naming) =>
      naming !== undefined && !own.includes(set.id)
        ? Promise.resolve(undefined)
        : deps.foldBooking(set, account, naming),
  };
}

function toNewNames(deps: Deps, message: Told): Deps {
  const reading = readingOf(message);
  if (reading === undefined) return deps;
  const own = bookingsOf(reading);
  return {
    ...deps,
    foldBooking: async (set, account, naming) => {
      if (naming !== undefined && own.includes(set.id)) {
        const { rows, links } = await deps.contentsOf({ ...set, kind: 'deal', id: naming });
        const others = rows.filter((row) => message.type === 'event' && row.eventId !== message.eventId);
        if (links.includes(set.id) || others.some((row) => bookingsOf(row.reading).includes(set.id))) return undefined;
      }
      return deps.foldBooking(set, account, naming);
    },
  };
}

/** Of references and contacts, by a process. */
function rememberedEarly(): Change {
  const known = new WeakMap<Deps, Set<string>>();
  return (deps) => {
    const seen = known.get(deps) ?? new Set<string>();
    known.set(deps, seen);
    const once = async (name: string, write: () => Promise<void>) => {
      if (seen.has(name)) return;
      seen.add(name);
      await write();
    };
    return {
      ...deps,
      saveReference: (salon, reference) =>
        once(salon + canonicalJson(reference), () => deps.saveReference(salon, reference)),
      saveContact: (salon, contact, account) =>
        once(salon + canonicalJson(contact), () => deps.saveContact(salon, contact, account)),
    };
  };
}
