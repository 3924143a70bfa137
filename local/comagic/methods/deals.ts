import { listed, listingParameters } from '../listing.ts';
import {
  changed,
  id,
  moment,
  named,
  needed,
  optionalText as text,
  userFields,
  type Acting,
  type StandInMethod,
} from '../method.ts';
import type { Held } from '../held.ts';
import { objectsIn, textIn, textsIn, type Given } from '../parameters.ts';
import { Refusal } from '../refusal.ts';
import { created, renamed } from './requests.ts';

const component = 'sales_funnel';

const deal = {
  ext_id: needed,
  name: needed,
  created_date_time: { ...moment, required: true },
  modified_date_time: moment,
  modified_stage_date_time: { ...moment, required: true },
  closed_date_time: moment,
  contact_ext_ids: { type: 'strings' },
  main_contact_ext_id: text,
  employee_ext_id: text,
  lead_ext_id: text,
  company_ext_id: text,
  revenue: id,
  sales_funnel_ext_id: needed,
  stage_ext_id: needed,
  comments: text,
  source: text,
  communication_id: id,
  communication_type: { type: 'string', oneOf: ['chat', 'offline_message', 'call', 'goal', 'email'] },
  user_fields: userFields,
  tags: { type: 'objects', of: named },
} as const;

/** One bad row, and nothing of the call is carried out. */
const uploadDeals: StandInMethod = {
  component,
  parameters: { deals: { type: 'objects', required: true, most: 1000, of: deal } },
  act: (given, acting) => {
    const rows = objectsIn(given, 'deals');
    const last = new Map<string, string>();
    for (const row of rows) {
      const extId = textIn(row, 'ext_id');
      const before = last.get(extId) ?? textIn(acting.held.deals.get(extId)?.at(-1) ?? {}, 'modified_stage_date_time');
      checkDeal(row, acting, before);
      last.set(extId, textIn(row, 'modified_stage_date_time'));
    }
    for (const row of rows) keep({ modified_date_time: acting.clock, ...row }, acting);
    return changed;
  },
};

function checkDeal(row: Given, acting: Acting, before: string): void {
  checkTimes(row, acting.clock, before);
  const pairs = [
    ['contact_ext_ids', 'main_contact_ext_id'],
    ['communication_id', 'communication_type'],
  ] as const;
  for (const [one, other] of pairs) {
    if ((row[one] === undefined) !== (row[other] === undefined))
      throw new Refusal('required_parameter_missed', `deals.${row[one] === undefined ? one : other}`);
  }
  checkNamed(row, acting);
}

function checkTimes(row: Given, clock: string, before: string): void {
  const times = ['created_date_time', 'modified_date_time', 'modified_stage_date_time', 'closed_date_time'];
  const isAgainst = (name: string) => {
    const time = textIn(row, name);
    if (time === '') return false;
    const least = name === 'modified_stage_date_time' ? before : '';
    return time > clock || time < textIn(row, 'created_date_time') || time < least;
  };
  const odd = times.find(isAgainst);
  if (odd !== undefined) throw new Refusal('invalid_date_time', `deals.${odd}`, row[odd]);
}

function checkNamed(row: Given, { held }: Acting): void {
  const contacts = textsIn(row, 'contact_ext_ids');
  const missing = contacts.find((contact) => !held.contacts.has(contact));
  if (missing !== undefined) throw new Refusal('entity_not_found', 'deals.contact_ext_ids', missing);
  if (contacts.length > 0 && !contacts.includes(textIn(row, 'main_contact_ext_id')))
    throw new Refusal('invalid_parameters_combination', 'deals.main_contact_ext_id');
  const funnel = held.funnels.get(textIn(row, 'sales_funnel_ext_id'));
  const there = {
    sales_funnel_ext_id: funnel !== undefined,
    stage_ext_id: funnel?.stages.has(textIn(row, 'stage_ext_id')) === true,
    employee_ext_id: row['employee_ext_id'] === undefined || held.employees.has(textIn(row, 'employee_ext_id')),
    user_fields: objectsIn(row, 'user_fields').every((field) => held.dealFields.has(textIn(field, 'ext_id'))),
    communication_id:
      row['communication_id'] === undefined ||
      [...held.requests.values()].some(({ communication_id }) => communication_id === row['communication_id']),
  };
  const absent = Object.entries(there).find(([, isThere]) => !isThere);
  if (absent !== undefined) throw new Refusal('entity_not_found', `deals.${absent[0]}`, row[absent[0]]);
}

/** The last stage again tells of the deal anew, and is no stage more. */
function keep(row: Given, { held }: Acting): void {
  const rows = held.deals.get(textIn(row, 'ext_id')) ?? [];
  const last = rows.at(-1);
  const again =
    last !== undefined &&
    ['stage_ext_id', 'sales_funnel_ext_id', 'modified_stage_date_time'].every((name) => last[name] === row[name]);
  const told = last === undefined ? row : toldAfter(last, row);
  held.deals.set(textIn(row, 'ext_id'), [...(again ? rows.slice(0, -1) : rows), { ...told, is_generated: false }]);
}

const joining = ['contact_ext_ids', 'main_contact_ext_id', 'communication_id', 'communication_type'];
const optional = [
  ...joining,
  'employee_ext_id',
  'lead_ext_id',
  'company_ext_id',
  'revenue',
  'comments',
  'source',
  'tags',
];

/** What a row leaves out stays, for nothing says that it goes; tags are told whole; contacts and communication change with a later time of change alone. */
function toldAfter(last: Given, row: Given): Given {
  const times = ['modified_date_time', 'modified_stage_date_time'];
  const isLater = times.some((name) => textIn(row, name) > textIn(last, name));
  const taken = Object.entries(row).filter(([name]) => isLater || !joining.includes(name));
  const fields = [...objectsIn(last, 'user_fields'), ...objectsIn(row, 'user_fields')];
  const values = [...new Map(fields.map((field) => [field['ext_id'], field])).values()];
  const stays = Object.entries(last).filter(([name]) => optional.includes(name));
  const told = { ...Object.fromEntries(stays), ...Object.fromEntries(taken) };
  return values.length === 0 ? told : { ...told, user_fields: values };
}

const columns = {
  all: [
    'ext_id',
    'name',
    'created_date_time',
    'closed_date_time',
    'modified_stage_date_time',
    'contact_ext_ids',
    'main_contact_ext_id',
    'employee_ext_id',
    'revenue',
    'sales_funnel_ext_id',
    'stage_ext_id',
    'comments',
    'source',
    'is_generated',
    'communication_id',
    'communication_type',
  ],
  filterable: [
    'ext_id',
    'name',
    'created_date_time',
    'stage_ext_id',
    'sales_funnel_ext_id',
    'is_generated',
    'communication_id',
    'communication_type',
  ],
};

const history: StandInMethod = {
  component,
  parameters: listingParameters,
  act: (given, { held }) => {
    const rows = [...held.deals.values()].flatMap((deal) => deal.map((row) => ({ ...row, ...joinedWith(row, held) })));
    return listed(rows, given, columns);
  },
};

/** Days before a deal in which a communication of its contact is joined with it. */
const joinDays = 30;

/** The pair that was uploaded; else the last request of a phone or e-mail of its contact in the days before it. */
function joinedWith(row: Given, { contacts, requests }: Held): Given {
  if (row['communication_id'] !== undefined) return {};
  const contact = contacts.get(textIn(row, 'main_contact_ext_id')) ?? {};
  const [phones, emails] = [textsIn(contact, 'phone_numbers'), textsIn(contact, 'emails')];
  const till = textIn(row, 'created_date_time');
  const from = daysBefore(till, joinDays);
  const last = [...requests.values()]
    .filter((request) => phones.includes(textIn(request, 'phone')) || emails.includes(textIn(request, 'email')))
    .filter((request) => textIn(request, 'date_time') >= from && textIn(request, 'date_time') <= till)
    .toSorted((a, b) => (textIn(a, 'date_time') < textIn(b, 'date_time') ? -1 : 1))
    .at(-1);
  return last === undefined ? {} : { communication_id: last.communication_id, communication_type: 'offline_message' };
}

function daysBefore(time: string, days: number): string {
  const instant = Date.parse(`${time.replace(' ', 'T')}Z`) - days * 86_400_000;
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

const deleteDeal: StandInMethod = {
  component,
  parameters: { ext_id: needed },
  act: (given, { held }) => {
    const extId = textIn(given, 'ext_id');
    if (!held.deals.delete(extId)) throw new Refusal('entity_not_found', 'ext_id', extId);
    return changed;
  },
};

export const dealMethods = {
  'upload.deals_history': uploadDeals,
  'get.deals_history': history,
  'delete.deals': deleteDeal,
  'get.deals_in_processing': {
    component,
    parameters: {},
    act: (_, { inProcess }) => ({ data: { count: inProcess() } }),
  },
  'create.deal_user_field': {
    component,
    parameters: { ...named, data_type: { ...needed, oneOf: ['numeric', 'string'] } },
    act: (given, { held }) => created(held.dealFields, given),
  },
  'update.deal_user_field': { component, parameters: named, act: (given, { held }) => renamed(held.dealFields, given) },
  'create.deal_employees': { component, parameters: named, act: (given, { held }) => created(held.employees, given) },
  'update.deal_employees': { component, parameters: named, act: (given, { held }) => renamed(held.employees, given) },
} as const satisfies Record<string, StandInMethod>;
