import type { ConnectionField, FieldCode, Reason, SettingName } from './codes.ts';

const ofAny = {
  required: 'Fill in this field.',
  unknown: 'The catalog has no such entry any more. Choose another.',
  inactive: 'This entry of the catalog is switched off. Choose an active one.',
  disabled: 'The site is disabled. Choose one that works.',
  component_required: 'The account lacks the component for this. Connect it, or ask your manager to.',
  invalid: 'This value does not fit. Check it.',
  masked: 'This is a mask, not a token. Paste the whole token, or leave the field empty to keep the old one.',
  too_short: 'Too short. Check that you pasted the whole value.',
  too_long: 'Too long. Check that you pasted the value alone.',
  has_records: 'This salon has records already, its ID cannot change. Connect another salon as a new one.',
  belongs_to_no_account: 'An operator belongs to no account. Choose another role.',
  needs_account: 'This role exists in an account only. Choose an account.',
  email: 'This does not look like an e-mail address. Check it.',
  regex: 'Some characters are not allowed. Check the value.',
  duplicate: 'The list has this ID already. Give another, or remove the extra row.',
} satisfies Record<FieldCode, string>;

const ofOne: Partial<Record<`${SettingName | ConnectionField}.${FieldCode}`, string>> = {
  'token.required': 'Paste the token from the ProfSalon marketplace: without it no delivery is accepted.',
  'token.invalid': 'A token has Latin letters, digits and signs only. Copy it again.',
  'token.too_short': 'A token has at least 8 characters. Check that you copied all of it.',
  'salonId.required': 'Give the salon ID: the ProfSalon marketplace shows it.',
  'salonLogin.required': 'Give the salon login: the ProfSalon marketplace shows it.',
  'sendRequests.component_required':
    'This needs the component “Upload of offline requests”. Connect it, or switch the transfer of requests off.',
  'sendDeals.component_required':
    'This needs the component “End-to-end analytics”. Connect it, or switch the transfer of deals off.',
  'defaultCampaignId.required': 'Choose a campaign for requests without a session.',
  'defaultCampaignId.unknown': 'The catalog has no such campaign any more. Choose another.',
  'defaultCampaignId.inactive': 'The campaign is switched off. Choose an active one.',
  'defaultSourceId.required': 'Choose a source for requests without a session.',
  'defaultSourceId.unknown': 'The catalog has no such source any more. Choose another.',
  'defaultSourceId.inactive': 'The source is switched off. Choose an active one.',
  'defaultSiteId.required': 'Choose a site: without it a request belongs nowhere.',
  'defaultSiteId.unknown': 'The catalog has no such site any more. Choose another.',
  'timezone.invalid': 'There is no such time zone. Choose one from the list.',
  'currency.invalid': 'There is no such currency. Give a code of three letters, such as RUB.',
  'accessKey.required': 'Sending cannot be switched on without an access key. Paste a key of the Data API.',
  'accessKey.masked': 'This is a mask, not a key. Paste the whole key, or leave the field empty to keep the old one.',
  'accessKey.invalid': 'A key has Latin letters, digits and signs only. Copy it again.',
  'startDate.invalid': 'The date cannot be in the future. Choose today or a day before.',
};

const reasons = {
  integration_inactive: 'the integration is switched off',
  other_salon: 'the event is of another salon',
  unknown_event: 'an unknown kind of event',
  requests_disabled: 'the transfer of requests is switched off',
  deals_disabled: 'the transfer of deals is switched off',
  not_from_widget: 'the booking is not from the widget',
  origin_unknown: 'the booking does not say where it is from',
  no_id: 'the event has no ID',
  unreadable: 'the event could not be read',
  parked: 'the event was set aside after five tries',
  invalid_body: 'the body could not be read',
  invalid_token: 'the token did not fit',
  too_large: 'the delivery is too large',
  unsupported_media_type: 'the content type does not fit',
} satisfies Record<Reason, string>;

export const enFaults = { ofAny, ofOne, reasons };
