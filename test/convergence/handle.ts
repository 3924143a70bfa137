import { setRules, workerDeps } from '../../functions/wiring/worker-deps.ts';
import type { SetLimits } from '../../lib/domain/event-set.ts';
import { crossDeal, type CrossDealDeps } from '../../lib/flow/cross-deal.ts';
import { recordEvent, type RecordEventDeps } from '../../lib/flow/record-event.ts';
import type { CrossingMessage, EventMessage } from '../../lib/model/message.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { anAccount } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';
import type { Handle, Send, Tables, Told } from './schedule.ts';

export type Deps = RecordEventDeps & CrossDealDeps;
/** What a message is handled with, made anew for each; `deps` are those of the process. */
export type Change = (deps: Deps, message: Told) => Deps;

export interface HandleParts {
  limits?: SetLimits;
  rules?: (rules: SetRules) => SetRules;
  change?: Change;
  tables?: (tables: Tables) => Tables;
}

/** The workers' own handling of a message as one process does it, over these tables; the account is always there. */
export function handleWith({ limits, rules = same, change = (deps) => deps, tables: over = same }: HandleParts = {}) {
  return (tables: Tables, sendCrossing: Send): Handle => {
    const outside = { onLargeSet: () => undefined, sendCrossing };
    const used = { ...over(tables), settings: memoryTable() };
    const deps: Deps = {
      ...workerDeps(used, outside, rules(setRules(limits))),
      findAccount: (key) => Promise.resolve(anAccount({ key })),
    };
    return (message) => handled(change(deps, message), message);
  };
}

function handled(deps: Deps, message: EventMessage | CrossingMessage): Promise<unknown> {
  return message.type === 'crossing' ? crossDeal(deps)(message) : recordEvent(deps)(message, JSON.stringify(message));
}

function same<T>(value: T): T {
  return value;
}
