import type { Query } from '../../api/client.ts';
import { periodOf } from '../../parts/period.ts';
import { useView, type View } from '../../parts/view-in-url.ts';

const shared = ['salon', 'from', 'to', 'hidden', 'order', 'columns'] as const;
const ofRequests = [...shared, 'campaign', 'source', 'status', 'step', 'noContact'] as const;
const ofDeals = [...shared, 'pipeline', 'stage', 'type', 'manager'] as const;

export type RequestsView = View<(typeof ofRequests)[number]>;
export type DealsView = View<(typeof ofDeals)[number]>;
export type SharedView = View<(typeof shared)[number]>;

export function useRequestsView(): [RequestsView, (change: RequestsView) => void] {
  return useView(ofRequests);
}
export function useDealsView(): [DealsView, (change: DealsView) => void] {
  return useView(ofDeals);
}

export const statuses = ['new', 'confirmed', 'came', 'paid', 'cancelled', 'deleted'] as const;
export const steps = ['session', 'booking', 'utm', 'contact', 'default', 'none'] as const;
/** `unfound`: without a source of their own, `default` or `none`. */
export const stepsAsked = [...steps, 'unfound'] as const;
export const types = ['in_process', 'success', 'failed'] as const;
/** `none`: of which no stage was said. */
export const typesAsked = [...types, 'none'] as const;

/** As the route takes them; what an address holds beside that is left out. */
export function requestsQuery(view: RequestsView): Query<'GET /api/requests'> {
  const { campaign, source, status, step, noContact } = view;
  return {
    ...sharedQuery(view),
    campaign,
    source,
    status: known(statuses, status),
    step: known(stepsAsked, step),
    noContact: known(['true', 'false'], noContact),
  };
}

export function dealsQuery(view: DealsView): Query<'GET /api/deals'> {
  const { pipeline, stage, type, manager } = view;
  return { ...sharedQuery(view), pipeline, stage, type: known(typesAsked, type), manager };
}

function sharedQuery({ salon, from, to, hidden, order }: SharedView) {
  return { salon, ...periodOf({ from, to }), hidden: known(['true'], hidden), order: known(['asc'], order) };
}

function known<T extends string>(words: readonly T[], said: string | undefined): T | undefined {
  return words.find((word) => word === said);
}
