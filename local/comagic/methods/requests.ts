import type { Held } from '../held.ts';
import { listed, listingParameters, rowsOf } from '../listing.ts';
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
import { numberIn, objectsIn, textIn, type Given } from '../parameters.ts';
import { Refusal } from '../refusal.ts';

const component = 'upload_offline_messages';
const e164 = /^\+?[1-9]\d{9,14}$/;
const email = /^[^\s@]+@[^\s@][^\s.@]*\.[^\s@]+$/;

const message = {
  date_time: moment,
  name: text,
  phone: text,
  email: text,
  message: text,
  visitor_session_id: id,
  campaign_id: id,
  source_id: id,
  site_id: id,
  form_name: text,
  ext_id: text,
  user_fields: userFields,
} as const;

const uploadRequests: StandInMethod = {
  component,
  parameters: { offline_messages: { type: 'objects', required: true, most: 50, of: message } },
  act: (given, acting) => {
    const rows = objectsIn(given, 'offline_messages');
    for (const row of rows) checkRequest(row, acting);
    // An id that is known makes a second request: nothing in the documentation says otherwise.
    return { data: rows.map((row) => ({ id: keep(row, acting) })) };
  },
};

function keep(row: Given, { held, newId, clock }: Acting): number {
  const requestId = newId();
  held.requests.set(requestId, {
    date_time: clock,
    ...row,
    id: requestId,
    communication_id: newId(),
    form_type: 'DataAPI',
  });
  return requestId;
}

function checkRequest(row: Given, acting: Acting): void {
  const { held, clock } = acting;
  if (textIn(row, 'date_time') > clock)
    throw new Refusal('invalid_date_time', 'offline_messages.date_time', row['date_time']);
  if (row['phone'] === undefined && row['email'] === undefined)
    throw new Refusal('required_parameter_missed', 'offline_messages.phone');
  checkText(row, 'phone', e164);
  checkText(row, 'email', email);
  checkWay(row, held);
  checkSession(row, held);
  for (const field of objectsIn(row, 'user_fields'))
    mustBe(held.requestFields.has(textIn(field, 'ext_id')), 'user_fields', field['ext_id']);
}

function checkText(row: Given, name: string, form: RegExp): void {
  const value = row[name];
  if (typeof value === 'string' && !form.test(value))
    throw new Refusal('invalid_parameter_value', `offline_messages.${name}`, value);
}

function checkWay(row: Given, held: Held): void {
  const [session, campaign, source, site] = ['visitor_session_id', 'campaign_id', 'source_id', 'site_id'].map((name) =>
    numberIn(row, name),
  );
  if (session === undefined && campaign === undefined && site === undefined)
    throw new Refusal('required_parameter_missed', 'offline_messages.campaign_id');
  if (campaign === -1 && site === undefined) throw new Refusal('required_parameter_missed', 'offline_messages.site_id');
  if (campaign !== undefined) checkCampaign(held, campaign, site);
  if (source !== undefined) mustBe((held.sources.get(source)?.state ?? 'removed') !== 'removed', 'source_id', source);
  if (site !== undefined) mustBe(held.sites.has(site), 'site_id', site);
}

function checkCampaign({ campaigns }: Held, campaign: number, site: number | undefined): void {
  const known = campaigns.get(campaign);
  mustBe(known !== undefined, 'campaign_id', campaign);
  if (known?.status === 'inactive') throw new Refusal('campaign_is_inactive', 'offline_messages.campaign_id', campaign);
  if (site !== undefined && known?.siteId !== undefined && known.siteId !== site) {
    throw new Refusal('invalid_parameters_combination', 'offline_messages.site_id', site);
  }
}

const halfYear = 180 * 86_400_000;

function checkSession(row: Given, { sessions }: Held): void {
  const session = numberIn(row, 'visitor_session_id');
  if (session === undefined) return;
  const began = sessions.get(session);
  mustBe(began !== undefined, 'visitor_session_id', session);
  const age = Date.parse(`${textIn(row, 'date_time')}Z`) - Date.parse(`${began ?? ''}Z`);
  if (age <= 0 || age > halfYear)
    throw new Refusal('invalid_date_time', 'offline_messages.date_time', row['date_time']);
}

function mustBe(isThere: boolean, name: string, value: unknown): void {
  if (!isThere) throw new Refusal('entity_not_found', `offline_messages.${name}`, value);
}

const columns = {
  all: [
    'id',
    'date_time',
    'text',
    'communication_type',
    'communication_id',
    'status',
    'form_type',
    'form_name',
    'visitor_name',
    'visitor_phone_number',
    'visitor_email',
    'visitor_session_id',
    'campaign_id',
    'source_id',
    'site_id',
    'ext_id',
  ],
  shown: ['id', 'text', 'communication_id', 'status', 'form_type'],
  filterable: [
    'id',
    'communication_id',
    'status',
    'form_type',
    'form_name',
    'campaign_id',
    'source_id',
    'site_id',
    'ext_id',
  ],
};

const reportRequests: StandInMethod = {
  component: 'data_api',
  parameters: {
    ...listingParameters,
    date_from: { ...moment, required: true },
    date_till: { ...moment, required: true },
  },
  act: (given, { held }) => {
    const [from, till] = [textIn(given, 'date_from'), textIn(given, 'date_till')];
    const rows = rowsOf(held.requests.values()).filter(
      (row) => textIn(row, 'date_time') >= from && textIn(row, 'date_time') <= till,
    );
    return listed(rows.map(reported), given, columns);
  },
};

function reported(row: Given): Given {
  const { name, phone, email: address, message: said } = row;
  const visitor = { visitor_name: name, visitor_phone_number: phone, visitor_email: address };
  return { ...row, ...visitor, text: said, communication_type: 'offline_message', status: 'not_processed' };
}

const deleteRequest: StandInMethod = {
  component,
  parameters: { id: { ...id, required: true } },
  act: (given, { held }) => {
    const requestId = numberIn(given, 'id') ?? 0;
    if (!held.requests.delete(requestId)) throw new Refusal('entity_not_found', 'id', requestId);
    return { success: 'true' };
  },
};

const createField: StandInMethod = {
  component,
  parameters: { ...named, data_type: { ...needed, oneOf: ['numeric', 'string'] } },
  act: (given, { held }) => created(held.requestFields, given),
};

/** Makes something that has a name alone. */
export function created(entities: Map<string, string>, given: Given): Given {
  const extId = textIn(given, 'ext_id');
  if (entities.has(extId)) throw new Refusal('duplicate_entity', 'ext_id', extId);
  entities.set(extId, textIn(given, 'name'));
  return { data: { ext_id: extId } };
}

/** Renames it. */
export function renamed(entities: Map<string, string>, given: Given): Given {
  const extId = textIn(given, 'ext_id');
  if (!entities.has(extId)) throw new Refusal('entity_not_found', 'ext_id', extId);
  entities.set(extId, textIn(given, 'name'));
  return changed;
}

export const requestMethods = {
  'upload.offline_messages': uploadRequests,
  'get.offline_messages_report': reportRequests,
  'delete.offline_messages': deleteRequest,
  'create.offline_message_user_field': createField,
  'update.offline_message_user_field': {
    component,
    parameters: named,
    act: (given, { held }) => renamed(held.requestFields, given),
  },
} as const satisfies Record<string, StandInMethod>;
