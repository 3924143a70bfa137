import type { FieldMap, TaughtField } from '../model/field-map.ts';
import { present } from '../model/present.ts';
import type { Client, Reading } from '../model/reading.ts';
import { elementAround, valuesAt } from '../reading/at-paths.ts';
import { isBlank } from '../reading/fields.ts';
import type { Node } from '../reading/node.ts';

/** Of a field that can be taught: the contract's name of it, by which its reader finds it, and what a reading says of it. */
interface Reader {
  name: string;
  /** Absent: what the envelope says is asked before anything is read. */
  said?: (reading: Reading) => unknown;
  /** Whether it takes all values that stand under its paths; else the first that says something. */
  isList?: true;
}

const readers: Readonly<Record<TaughtField, Reader>> = {
  event: { name: 'event' },
  senderEventId: { name: 'event_id' },
  salonId: { name: 'salon_id' },
  salonLogin: { name: 'salon_login' },
  bookingId: {
    name: 'booking_id',
    said: ({ kind, bookingId, bookingIds }) => (kind === 'deal' ? bookingIds : bookingId),
  },
  dealId: { name: 'deal_id', said: ({ dealId }) => dealId },
  bookingIds: { name: 'booking_ids', said: ({ bookingIds }) => bookingIds, isList: true },
  occurredAt: { name: 'occurred_at', said: ({ occurredAt }) => occurredAt },
  createdAt: { name: 'created_at', said: ({ createdAt }) => createdAt },
  updatedAt: { name: 'updated_at', said: ({ updatedAt }) => updatedAt },
  stageChangedAt: { name: 'stage_changed_at', said: ({ stageChangedAt }) => stageChangedAt },
  closedAt: { name: 'closed_at', said: ({ closedAt }) => closedAt },
  startsAt: { name: 'starts_at', said: ({ startsAt }) => startsAt },
  number: { name: 'number', said: ({ number }) => number },
  name: { name: 'title', said: ({ name }) => name },
  status: { name: 'status', said: ({ statuses }) => statuses },
  deleted: { name: 'deleted', said: ({ deleted }) => deleted },
  origin: { name: 'origin', said: ({ origin }) => origin },
  amount: { name: 'amount', said: ({ amount }) => amount },
  prepaid: { name: 'prepaid', said: ({ prepaid }) => prepaid },
  paidAmount: { name: 'paid_amount', said: ({ paidAmount }) => paidAmount },
  cost: { name: 'cost', said: ({ cost }) => cost },
  discount: { name: 'discount', said: ({ discount }) => discount },
  currency: { name: 'currency', said: ({ currency }) => currency },
  durationMin: { name: 'duration_min', said: ({ durationMin }) => durationMin },
  comment: { name: 'comment', said: ({ comment }) => comment },
  pageUrl: { name: 'page_url', said: ({ pageUrl }) => pageUrl },
  referrer: { name: 'referrer', said: ({ referrer }) => referrer },
  'client.id': { name: 'client_id', said: ({ client }) => client?.id },
  'client.name': { name: 'client_name', said: ({ client }) => client?.name },
  'client.phone': { name: 'client_phone', said: ({ client }) => client?.phones[0], isList: true },
  'client.email': { name: 'client_email', said: ({ client }) => client?.emails[0], isList: true },
  'services.id': { name: 'id', said: ({ services }) => services },
  'services.name': { name: 'name', said: ({ services }) => services },
  'services.price': { name: 'price', said: ({ services }) => services },
  'services.quantity': { name: 'quantity', said: ({ services }) => services },
  'staff.id': { name: 'staff_id', said: ({ staff }) => staff?.id },
  'staff.name': { name: 'staff_name', said: ({ staff }) => staff?.name },
  'manager.id': { name: 'manager_id', said: ({ manager }) => manager?.id },
  'manager.name': { name: 'manager_name', said: ({ manager }) => manager?.name },
  'manager.role': { name: 'manager_role', said: ({ manager }) => manager?.role },
  'pipeline.id': { name: 'pipeline_id', said: ({ pipeline }) => pipeline?.id },
  'pipeline.name': { name: 'pipeline_name', said: ({ pipeline }) => pipeline?.name },
  'stage.id': { name: 'stage_id', said: ({ stage }) => stage?.id },
  'stage.name': { name: 'stage_name', said: ({ stage }) => stage?.name },
  'stage.type': { name: 'stage_type', said: ({ stage }) => stage?.type },
  'stage.order': { name: 'stage_order', said: ({ stage }) => stage?.order },
  'previousStage.id': { name: 'previous_stage_id', said: ({ previousStage }) => previousStage?.id },
  'previousStage.name': { name: 'previous_stage_name', said: ({ previousStage }) => previousStage?.name },
  isRepeat: { name: 'is_repeat', said: ({ isRepeat }) => isRepeat },
  source: { name: 'source', said: ({ source }) => source },
  tags: { name: 'tags', said: ({ tags }) => tags, isList: true },
  session: { name: 'session', said: ({ session }) => session },
  // A source of one visit with the campaign of another would be neither.
  'utm.source': { name: 'utm_source', said: ({ utm }) => utm },
  'utm.medium': { name: 'utm_medium', said: ({ utm }) => utm },
  'utm.campaign': { name: 'utm_campaign', said: ({ utm }) => utm },
  'utm.term': { name: 'utm_term', said: ({ utm }) => utm },
  'utm.content': { name: 'utm_content', said: ({ utm }) => utm },
  yclid: { name: 'yclid', said: ({ clickIds }) => clickIds?.yclid },
  gclid: { name: 'gclid', said: ({ clickIds }) => clickIds?.gclid },
  ymClientId: { name: 'ym_client_id', said: ({ clickIds }) => clickIds?.ymClientId },
};

/** What a payload holds under the paths of a field, in the order of the map. */
type Held = Map<TaughtField, Node[]>;

/** What is taught of the envelope, as an object with the contract's names. */
export function envelopeTaught(root: Node, fieldMap: FieldMap, fields: readonly TaughtField[]): Node {
  return objectOf(heldIn(root, fieldMap, (field) => fields.includes(field)));
}

/** What is taught of all that a reading does not say, as an object with the contract's names; undefined for nothing. */
export function taughtBeside(reading: Reading, root: Node, fieldMap: FieldMap): Node | undefined {
  const held = heldIn(root, fieldMap, (field) => isUnsaid(readers[field], reading));
  return held.size === 0 ? undefined : objectOf(held);
}

function isUnsaid({ said }: Reader, reading: Reading): boolean {
  return said !== undefined && said(reading) === undefined;
}

function heldIn(root: Node, fieldMap: FieldMap, wanted: (field: TaughtField) => boolean): Held {
  const taught = Object.entries(fieldMap).flatMap(([path, field]) =>
    field !== 'ignore' && wanted(field) ? [{ path, field }] : [],
  );
  const found = valuesAt(root, new Set(taught.map(({ path }) => path)));
  const held: Held = new Map();
  for (const { path, field } of taught) {
    const nodes = (found.get(path) ?? []).filter(({ value }) => !isBlank(value));
    if (nodes.length > 0) held.set(field, [...(held.get(field) ?? []), ...nodes]);
  }
  return held;
}

function objectOf(held: Held): Node {
  const fields = new Map<string, Node>();
  const services: [string, Node][] = [];
  for (const [field, nodes] of held) {
    const { name, isList } = readers[field];
    const [first] = nodes;
    if (field.startsWith('services.')) services.push(...nodes.map((node): [string, Node] => [name, node]));
    else if (isList && nodes.length > 1) fields.set(name, listOf(nodes));
    else if (first !== undefined) fields.set(name, first);
  }
  if (services.length > 0) fields.set('services', listOf(itemsOf(services)));
  return withFields(fields, nowhere);
}

/** Values that stand in one element of a list are of one item. */
function itemsOf(named: [string, Node][]): Node[] {
  const items = new Map<Node | undefined, Map<string, Node>>();
  for (const [name, node] of named) {
    const around = elementAround(node);
    const fields = items.get(around) ?? new Map<string, Node>();
    items.set(around, fields);
    if (!fields.has(name)) fields.set(name, node);
  }
  return [...items].map(([around, fields]) => withFields(fields, around ?? nowhere));
}

type InPlace = Pick<Node, 'name' | 'parent'>;
const nowhere: InPlace = { name: '', parent: undefined };

function withFields(fields: Map<string, Node>, { name, parent }: InPlace): Node {
  const value = Object.fromEntries([...fields].map(([key, node]) => [key, node.value]));
  return { name, parent, value, taken: true, fields };
}

function listOf(items: Node[]): Node {
  const { name, parent } = items[0] ?? nowhere;
  return { name, parent, value: items.map(({ value }) => value), taken: true, items };
}

/** A reading with what is taught in its gaps: what was said outweighs it, part by part. */
export function filled(said: Reading, taught: Reading): Reading {
  return {
    ...taught,
    ...said,
    ...present({
      client: clientOf(said.client, taught.client),
      staff: both(said.staff, taught.staff),
      manager: both(said.manager, taught.manager),
      pipeline: both(said.pipeline, taught.pipeline),
      stage: both(said.stage, taught.stage),
      previousStage: both(said.previousStage, taught.previousStage),
      clickIds: both(said.clickIds, taught.clickIds),
    }),
  };
}

function both<T extends object>(said: T | undefined, taught: T | undefined): T | undefined {
  return said && taught ? { ...taught, ...said } : (said ?? taught);
}

function clientOf(said: Client | undefined, taught: Client | undefined): Client | undefined {
  if (said === undefined || taught === undefined) return said ?? taught;
  return {
    ...taught,
    ...said,
    phones: said.phones.length > 0 ? said.phones : taught.phones,
    emails: said.emails.length > 0 ? said.emails : taught.emails,
  };
}
