import type { ruComagic, Said } from './ru-comagic.ts';

const ours: Said = {
  said: 'CoMagic refused the very form of the call: the fault is ours.',
  next: 'Write to support. The records wait until it is mended.',
};

export const enComagic: typeof ruComagic = {
  stopped: {
    no_key: { said: 'No access key is kept.', next: 'Paste a key of the Data API and save.' },
    access_token_invalid: {
      said: 'The access key is not accepted.',
      next: 'Check that the right service is chosen (CoMagic or UIS), and paste the key again.',
    },
    access_token_expired: {
      said: 'The access key has expired.',
      next: 'Create a new key in CoMagic, best one without an end date, and save it here.',
    },
    access_token_blocked: {
      said: 'The access key is blocked.',
      next: 'Unblock it in CoMagic, or create a new one and save it here.',
    },
    auth_error: { said: 'CoMagic could not tell who calls it.', next: 'Create a new key and save it here.' },
    ip_not_whitelisted: {
      said: 'Our IP address is not on the list of those allowed.',
      next: 'Add it in CoMagic, in the settings of the API. Support knows the address.',
    },
    forbidden: {
      said: 'The user of the key lacks rights.',
      next: 'Give that user the rights to the Data API, requests and deals in CoMagic.',
    },
    method_component_disabled: {
      said: 'A component that is needed is not connected in CoMagic.',
      next: 'Connect “Data API”, the upload of offline requests and sales funnels, or ask your manager to.',
    },
    parameter_component_disabled: {
      said: 'A component of CoMagic is not connected without which some fields are not accepted.',
      next: 'Ask your CoMagic manager to connect the Data API and sales funnels.',
    },
    account_inactive: {
      said: 'The CoMagic account is switched off.',
      next: 'Ask your CoMagic manager to switch it on.',
    },
    tariff_restrictions: {
      said: 'The CoMagic tariff does not allow this.',
      next: 'Change the tariff, or ask your CoMagic manager to extend it.',
    },
    data_limit_exceeded: {
      said: 'The amount of data that the CoMagic tariff allows is used up.',
      next: 'Ask your CoMagic manager for more.',
    },
    too_many_refused: {
      said: 'CoMagic refused too many records at once, so sending was stopped.',
      next: 'Look at the reasons in the list below, mend what they share, and press “Send now”.',
    },
    clock_or_zone: {
      said: 'CoMagic refused the times of fresh records: the time zone of the account may have changed.',
      next: 'Compare the time zone here and in CoMagic, and press “Send now”.',
    },
    parse_error: ours,
    invalid_request: ours,
    method_not_found: ours,
    batch_opreations_not_supported: ours,
    notifications_not_supported: ours,
    sort_prohibited: ours,
    filter_prohibited: ours,
    date_interval_limit_reached: ours,
  },
  row: {
    required_parameter_missed: {
      said: 'A field that is needed is missing.',
      next: 'A request needs a phone or an e-mail, and a default campaign or source: set them in the salon’s settings.',
    },
    invalid_parameter_value: {
      said: 'The value of a field does not fit.',
      next: 'Correct it in ProfSalon: a changed record is sent automatically.',
    },
    data_type_error: {
      said: 'A field has another kind of value than CoMagic expects.',
      next: 'Look at the custom field of that name in CoMagic, or write to support.',
    },
    unexpected_parameters: { said: 'CoMagic knows no such field.', next: 'Write to support.' },
    invalid_parameters_combination: {
      said: 'The fields do not agree with each other.',
      next: 'Check that the default campaign or source belongs to the chosen site.',
    },
    invalid_date_time: {
      said: 'A date or time does not fit: it is in the future, or before earlier ones.',
      next: 'Correct the date in ProfSalon: a changed record is sent automatically.',
    },
    campaign_is_inactive: {
      said: 'The campaign is switched off in CoMagic.',
      next: 'Choose an active campaign in the salon’s settings.',
    },
    entity_not_found: {
      said: 'CoMagic does not have what the record refers to.',
      next: 'Check that CoMagic has the campaign, source and site of the salon’s settings.',
    },
    duplicate_entity: {
      said: 'CoMagic has such a record already.',
      next: 'Find it in CoMagic and delete the one too many.',
    },
    already_in_use: {
      said: 'The value is in use in CoMagic already.',
      next: 'Free it in CoMagic, or write to support.',
    },
    dependency_error: {
      said: 'Something else in CoMagic depends on it, so the record cannot be changed.',
      next: 'Remove what depends on it in CoMagic, or write to support.',
    },
    error: {
      said: 'CoMagic refused and named no reason.',
      next: 'Write to CoMagic support and give the record’s ID.',
    },
  },
  noSession: {
    said: 'CoMagic does not know the visitor’s session that ProfSalon named.',
    next: 'Check that the booking page has the code of this same CoMagic account, and send it again.',
  },
  parameters: {
    id: 'ID',
    ext_id: 'ID',
    name: 'name',
    phone: 'phone',
    phone_numbers: 'phones',
    email: 'e-mail',
    emails: 'e-mails',
    message: 'comment',
    comments: 'comment',
    date_time: 'date and time',
    created_date_time: 'date of creation',
    modified_date_time: 'date of change',
    modified_stage_date_time: 'time of the stage',
    closed_date_time: 'date of closing',
    visitor_session_id: 'session',
    campaign_id: 'campaign',
    source_id: 'source',
    site_id: 'site',
    sales_funnel_ext_id: 'pipeline',
    stage_ext_id: 'stage',
    contact_ext_ids: 'contact',
    main_contact_ext_id: 'contact',
    employee_ext_id: 'manager',
    communication_id: 'communication',
    revenue: 'revenue',
    user_fields: 'custom fields',
  },
};
