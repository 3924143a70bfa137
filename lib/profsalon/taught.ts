import type { FieldMap, TaughtField } from '../model/field-map.ts';
import { present } from '../model/present.ts';
import type { Client, Reading } from '../model/reading.ts';
import { elementAround, valuesAt } from '../reading/at-paths.ts';
import { isBlank } from '../reading/fields.ts';
import type { Node } from '../reading/node.ts';

/** Where the contract's readers find a field under another name than its own, or its part's with a `_`. */
const names: Partial<Record<TaughtField, string>> = { senderEventId: 'event_id', name: 'title' };
/** Fields that take all values that stand under their paths; of others the first that says something counts. */
const lists: readonly TaughtField[] = ['bookingIds', 'client.phone', 'client.email', 'tags'];
/** Before the names of fields of a service. */
export const ofServices = 'services.';

/** The name by which the readers find a field beside the others of its object, where a part's name stands before. */
export function contractName(field: TaughtField): string {
  return names[field] ?? field.replace(ofServices, '').replace('.', '_');
}

type Said = (reading: Reading) => unknown;
const ofServiceList: Said = ({ services }) => services;
/** A source of one visit with the campaign of another would be neither. */
const ofVisit: Said = ({ utm }) => utm;
/** What is asked of the envelope, before anything is read. */
const ofEnvelope: Said = () => true;
/** What a reading says of a field that stands elsewhere in it than its name says. */
const saidElsewhere: Partial<Record<TaughtField, Said>> = {
  event: ofEnvelope,
  senderEventId: ofEnvelope,
  salonId: ofEnvelope,
  salonLogin: ofEnvelope,
  bookingId: ({ kind, bookingId, bookingIds }) => (kind === 'deal' ? bookingIds : bookingId),
  status: ({ statuses }) => statuses,
  'client.phone': ({ client }) => client?.phones[0],
  'client.email': ({ client }) => client?.emails[0],
  'services.id': ofServiceList,
  'services.name': ofServiceList,
  'services.price': ofServiceList,
  'services.quantity': ofServiceList,
  'utm.source': ofVisit,
  'utm.medium': ofVisit,
  'utm.campaign': ofVisit,
  'utm.term': ofVisit,
  'utm.content': ofVisit,
  yclid: ({ clickIds }) => clickIds?.yclid,
  gclid: ({ clickIds }) => clickIds?.gclid,
  ymClientId: ({ clickIds }) => clickIds?.ymClientId,
};

function isUnsaid(field: TaughtField, reading: Reading): boolean {
  const said = saidElsewhere[field] ?? ((whole) => field.split('.').reduce(inside, whole));
  return said(reading) === undefined;
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** What a payload holds under the paths of a field, in the order of the paths: that of the map is kept by no store. */
type Held = Map<TaughtField, Node[]>;

/** What is taught of the envelope, as an object with the contract's names. */
export function envelopeTaught(root: Node, fieldMap: FieldMap, fields: readonly TaughtField[]): Node {
  return objectOf(heldIn(root, fieldMap, (field) => fields.includes(field)));
}

/** What is taught of all that a reading does not say, as an object with the contract's names; undefined for nothing. */
export function taughtBeside(reading: Reading, root: Node, fieldMap: FieldMap): Node | undefined {
  const held = heldIn(root, fieldMap, (field) => isUnsaid(field, reading));
  return held.size === 0 ? undefined : objectOf(held);
}

function heldIn(root: Node, fieldMap: FieldMap, wanted: (field: TaughtField) => boolean): Held {
  const taught = Object.entries(fieldMap)
    .flatMap(([path, field]) => (field !== 'ignore' && wanted(field) ? [{ path, field }] : []))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
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
    const name = contractName(field);
    const [first] = nodes;
    if (field.startsWith(ofServices)) services.push(...nodes.map((node): [string, Node] => [name, node]));
    else if (lists.includes(field) && nodes.length > 1) fields.set(name, listOf(nodes));
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

type Around = Pick<Node, 'name' | 'parent'>;
const nowhere: Around = { name: '', parent: undefined };

function withFields(fields: Map<string, Node>, { name, parent }: Around): Node {
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
