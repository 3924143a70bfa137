import type { OutboundMessageDeps } from '../../lib/flow/outbound/outbound-message.ts';
import { nothingSent, type Points } from '../../lib/model/outbound-state.ts';
import type { Item, Table, Unmarkable } from '../../lib/store/table.ts';
import type { Removal } from './schedule.ts';
import { unchangedSince } from './world.ts';

/** The protocol with one of its safeguards taken away, by what then is; `most`: schedules that are tried until one fails. */
export const removals: Record<string, Removal & { most: number }> = {
  'a record is marked by a second write': { most: 300, writing: secondWrite },
  'a marker is taken away whatever it is by then': {
    most: 1000,
    sending: (deps) => ({
      ...deps,
      unmark: async (record) => {
        const { marker } = await deps.read(record);
        return marker !== undefined && deps.unmark(record, marker);
      },
    }),
  },
  'the marker is read after the record': {
    most: 2000,
    sending: (deps) => ({
      ...deps,
      read: async (record) => {
        const { value } = await deps.read(record);
        return { value, marker: (await deps.read(record)).marker };
      },
    }),
  },
  'what is about to be sent is not noted': {
    most: 300,
    sending: (deps) => ({
      ...deps,
      putSent: (account, record, { intent: _, ...sent }, rev) => deps.putSent(account, record, sent, rev),
    }),
  },
  'there is no lease, and what is known is put without a condition': {
    most: 1000,
    sending: (deps) => ({
      ...deps,
      takeLease: () => Promise.resolve(true),
      putSent: async (account, record, sent) =>
        (await deps.putSent(account, record, sent, (await deps.sent(record)).rev)) ?? 'lost',
    }),
  },
  'the first of a refused batch is set aside': {
    most: 300,
    sending: (deps) => ({
      ...deps,
      takingApart: {
        ...deps.takingApart,
        refused: (_, left) => ({ apart: { refused: undefined, next: Math.max(1, left - 1) }, firstIsBad: true }),
      },
    }),
  },
  'deals do not wait for their contact, and it is not made when they are refused for it': {
    most: 300,
    sending: (deps) => ({
      ...deps,
      sent: async (record) => {
        const { value = nothingSent, rev } = await deps.sent(record);
        if (record.kind === 'contact') return { value: { ...value, isThere: true }, rev };
        const { marker } = await deps.read(record);
        return { value: marker === undefined ? value : { ...value, healed: marker }, rev };
      },
    }),
  },
  'nobody looks for markers by itself': { most: 100, noSweep: true },
  'deals are not marked when their request is there': {
    most: 100,
    sending: (deps) => ({ ...deps, remark: () => Promise.resolve() }),
  },
  'a deal that is told again does not say that it was changed': {
    most: 100,
    sending: unchangedSince,
  },
  'any request that is there is taken to have gone out with a visit': {
    most: 300,
    sending: (deps) => ({
      ...deps,
      sent: async (record) => {
        const { value, rev } = await deps.sent(record);
        const isRequest = record.kind === 'request' && value?.isThere === true;
        return { value: isRequest ? { ...value, hasSession: true } : value, rev };
      },
    }),
  },
  'what was told of a deal is not kept': {
    most: 1000,
    sending: (deps) => ({
      ...deps,
      putSent: (account, record, { parameters: _, ...sent }, rev) => deps.putSent(account, record, sent, rev),
    }),
  },
  'the present stage alone is sent': {
    most: 100,
    sending: (deps) => ({
      ...deps,
      mapping: { ...deps.mapping, dealRows: (deal, targets) => deps.mapping.dealRows(deal, targets).slice(-1) },
    }),
  },
  'a history that was told anew is sent as it is': {
    most: 300,
    sending: (deps) => ({
      ...deps,
      call: (access, method, params) =>
        method === 'delete.deals' ? Promise.resolve({ outcome: 'ok', data: {} }) : deps.call(access, method, params),
    }),
  },
};

function secondWrite(table: Table & Unmarkable): Table & Unmarkable {
  return {
    ...table,
    putIf: async (item, rev) => {
      const { pendingKey, pendingSort, ...rest } = item as Item & { pendingKey?: string; pendingSort?: string };
      const isPut = await table.putIf(rest, rev);
      const stored = isPut && pendingSort !== undefined ? await table.get(item.pk, item.sk) : undefined;
      if (stored !== undefined) await table.putIf({ ...stored, pendingKey, pendingSort }, stored.rev);
      return isPut;
    },
  };
}

export function ownPoints(deps: OutboundMessageDeps): OutboundMessageDeps {
  let points: Points | undefined;
  return {
    ...deps,
    changePoints: (_, change) => {
      const next = change(points);
      points = next ?? points;
      return Promise.resolve(next !== undefined);
    },
  };
}
