import type { Method, MethodData, MethodParams } from '../../lib/model/data-api.ts';

/** What the documentation shows of a method that is called, with values of our own. */
export interface Documented<M extends Method> {
  /** Of comagic.github.io, under `data_api/`. */
  page: string;
  params: MethodParams[M];
  /** `result` of the reply, names and nesting as shown. */
  result: Record<string, unknown>;
  /** What is read of it. */
  data: MethodData<M>;
}

const limits = {
  minute_limit: 200,
  minute_remaining: 187,
  minute_reset: 23,
  day_limit: 3500,
  day_remaining: 3108,
  day_reset: 35483,
};
const metadata = { limits };
const listed = { metadata: { limits, total_items: 1 } };

/** Of get methods: `filter`, as the page "Критерии фильтрации" shows it. */
const byExtId = (value: string) => ({ filter: { field: 'ext_id', operator: '=' as const, value } });

export const documented: { [M in Method]: Documented<M> } = {
  'get.account': {
    page: 'account/get_account',
    params: {},
    result: { meta_data: {}, data: [{ app_id: 4735, name: 'Студия «Мята»', timezone: 'Europe/Moscow' }] },
    data: [{ app_id: 4735, name: 'Студия «Мята»', timezone: 'Europe/Moscow' }],
  },
  'get.crm_accounts': {
    page: 'crm_account/get_crm_accounts',
    params: {},
    result: {
      meta_data: {},
      data: [
        {
          id: 71,
          name: 'Другая CRM',
          description: null,
          type: 'custom',
          url: 'https://crm.example.ru',
          deal_conversion_model: 'last_before_deal',
          is_ignore_outgoing_calls: false,
          last_deals_load_time: '2026-03-17 12:00:00',
          deals_load_state: 'completed',
          deals_load_error: {},
          last_leads_load_time: null,
          leads_load_state: 'not_loaded',
        },
      ],
    },
    data: [
      {
        id: 71,
        name: 'Другая CRM',
        type: 'custom',
        deal_conversion_model: 'last_before_deal',
        deals_load_state: 'completed',
      },
    ],
  },
  'get.campaigns': {
    page: 'campaigns (get.campaigns)',
    params: { limit: 1000, offset: 0 },
    result: {
      ...listed,
      data: [
        {
          id: 230144,
          name: 'Поиск, маникюр',
          description: null,
          status: 'active',
          type: 'basic',
          engine: 'yandex.direct',
          site_id: 21507,
          site_domain_name: 'myata.example.ru',
          costs: null,
        },
      ],
    },
    data: [
      {
        id: 230144,
        name: 'Поиск, маникюр',
        status: 'active',
        type: 'basic',
        site_id: 21507,
        site_domain_name: 'myata.example.ru',
      },
    ],
  },
  'get.sources': {
    page: 'sources (get.sources)',
    params: {},
    result: { ...listed, data: [{ id: -142, name: 'Прямые заходы', state: 'active', is_custom: false, priority: 1 }] },
    data: [{ id: -142, name: 'Прямые заходы', state: 'active' }],
  },
  'get.sites': {
    page: 'sites (get.sites)',
    params: {},
    result: {
      ...listed,
      data: [{ id: 21507, domain_name: 'myata.example.ru', name: 'Мята', site_key: 'k-21507', state: 'work' }],
    },
    data: [{ id: 21507, domain_name: 'myata.example.ru', state: 'work' }],
  },
  'upload.offline_messages': {
    page: 'communication/upload_offline_messages',
    params: {
      offline_messages: [
        {
          date_time: '2026-03-14 12:31:05',
          name: 'Анна',
          phone: '79161234567',
          email: 'anna@example.ru',
          message: 'Позвоните до обеда',
          visitor_session_id: 14783260762,
          form_name: 'Виджет',
          ext_id: 'arbat.b.558213',
          user_fields: [
            { ext_id: 'arbat.card', value: '0042' },
            { ext_id: 'arbat.pet', value: 'кошка' },
          ],
        },
      ],
    },
    result: { data: [{ id: 99120034 }], metadata },
    data: [{ id: 99120034 }],
  },
  'get.offline_messages_report': {
    page: 'report/get_offline_messages_report',
    params: {
      date_from: '2026-03-13 00:00:00',
      date_till: '2026-03-16 00:00:00',
      fields: ['id', 'communication_id', 'ext_id'],
      filter: {
        filters: [
          { field: 'ext_id', operator: '=', value: 'arbat.b.558213' },
          { field: 'ext_id', operator: '=', value: 'arbat.b.558214' },
        ],
        condition: 'or',
      },
    },
    result: { ...listed, data: [{ id: 99120034, communication_id: 7716, ext_id: 'arbat.b.558213' }] },
    data: [{ id: 99120034, communication_id: 7716, ext_id: 'arbat.b.558213' }],
  },
  'delete.offline_messages': {
    page: 'communication/delete_offline_messages',
    params: { id: 99120034 },
    result: { success: 'true' },
    data: undefined,
  },
  'create.offline_message_user_field': {
    page: 'communication/create_offline_message_user_field',
    params: { ext_id: 'arbat.card', name: 'Карта', data_type: 'string' },
    result: { data: { ext_id: 'arbat.card' }, metadata },
    data: { ext_id: 'arbat.card' },
  },
  'update.offline_message_user_field': {
    page: 'communication/update_offline_message_user_field',
    params: { ext_id: 'arbat.card', name: 'Карта клиента' },
    result: { data: {}, metadata },
    data: {},
  },
  'create.sales_funnel': {
    page: 'ca_sales_funnel/create_sales_funnel',
    params: {
      ext_id: 'default',
      name: 'Сделки из ПрофСалона',
      stages: {
        success: { ext_id: 'default/success', name: 'Оплачено' },
        failed: { ext_id: 'default/failed', name: 'Отменено' },
        in_process: [{ ext_id: 'default/arbat./10', name: 'Новая', order: 10 }],
      },
    },
    result: { metadata, data: { ext_id: 'default' } },
    data: { ext_id: 'default' },
  },
  'update.sales_funnel': {
    page: 'ca_sales_funnel/update_sales_funnel',
    params: { ext_id: 'arbat', name: 'Мята, Арбат' },
    result: { data: {}, metadata },
    data: {},
  },
  'create.sales_funnel_stages': {
    page: 'ca_sales_funnel/create_sales_funnel_stages',
    params: { sales_funnel_ext_id: 'default', ext_id: 'default/arbat./20', name: 'Подтверждена', order: 20 },
    result: { data: { ext_id: 'default/arbat./20' }, metadata },
    data: { ext_id: 'default/arbat./20' },
  },
  'update.sales_funnel_stages': {
    page: 'ca_sales_funnel/update_sales_funnel_stages',
    params: { sales_funnel_ext_id: 'default', ext_id: 'default/arbat./20', name: 'Ждём', order: 30 },
    result: { data: {}, metadata },
    data: {},
  },
  'create.deal_employees': {
    page: 'ca_employee/create_deal_employees',
    params: { ext_id: 'arbat.12', name: 'Ольга' },
    result: { data: { ext_id: 'arbat.12' }, metadata },
    data: { ext_id: 'arbat.12' },
  },
  'update.deal_employees': {
    page: 'ca_employee/update_deal_employees',
    params: { ext_id: 'arbat.12', name: 'Ольга Ким' },
    result: { data: {}, metadata },
    data: {},
  },
  'create.deal_user_field': {
    page: 'ca_deal/create_deal_user_field',
    params: { ext_id: 'arbat.card', name: 'Карта', data_type: 'string' },
    result: { data: { ext_id: 'arbat.card' }, metadata },
    data: { ext_id: 'arbat.card' },
  },
  'update.deal_user_field': {
    page: 'ca_deal/update_deal_user_field',
    params: { ext_id: 'arbat.card', name: 'Карта клиента' },
    result: { data: {}, metadata },
    data: {},
  },
  'create.deal_contacts': {
    page: 'ca_contact/create_deal_contacts',
    params: {
      contacts: [
        {
          ext_id: 'arbat.7001',
          name: 'Анна',
          created_date_time: '2026-03-14 12:31:05',
          phone_numbers: ['79161234567', '79161234568'],
          emails: ['anna@example.ru'],
        },
      ],
    },
    result: { data: {}, metadata },
    data: {},
  },
  'update.deal_contacts': {
    page: 'ca_contact/update_deal_contacts',
    params: {
      ext_id: 'arbat.7001',
      name: 'Анна Ким',
      created_date_time: '2026-03-14 12:31:05',
      phone_numbers: ['79161234567'],
      emails: [],
    },
    result: { data: {}, metadata },
    data: {},
  },
  'get.deal_contacts': {
    page: 'ca_contact/get_deal_contacts',
    params: byExtId('arbat.7001'),
    result: {
      ...listed,
      data: [
        {
          ext_id: 'arbat.7001',
          name: 'Анна',
          created_date_time: '2026-03-14 12:31:05',
          phone_numbers: ['79161234567'],
          emails: ['anna@example.ru'],
        },
      ],
    },
    data: [{ ext_id: 'arbat.7001', name: 'Анна', phone_numbers: ['79161234567'], emails: ['anna@example.ru'] }],
  },
  'upload.deals_history': {
    page: 'ca_deal/upload_deals_history and ca_sales_funnel/instructions_uploading_deals',
    params: {
      deals: [
        {
          ext_id: 'arbat.d.771904',
          name: 'Маникюр',
          created_date_time: '2026-03-14 12:31:05',
          modified_date_time: '2026-03-17 17:05:44',
          modified_stage_date_time: '2026-03-17 17:05:44',
          closed_date_time: '2026-03-17 17:05:44',
          contact_ext_ids: ['arbat.7001'],
          main_contact_ext_id: 'arbat.7001',
          employee_ext_id: 'arbat.12',
          revenue: 3150.5,
          sales_funnel_ext_id: 'default',
          stage_ext_id: 'default/success',
          comments: 'Постоянный клиент',
          source: 'Сайт',
          communication_id: 7716,
          communication_type: 'offline_message',
          tags: [
            { name: 'vip', ext_id: 't1' },
            { name: 'акция', ext_id: 't2' },
          ],
          user_fields: [
            { ext_id: 'arbat.card', value: '0042' },
            { ext_id: 'arbat.pet', value: 'кошка' },
          ],
        },
      ],
    },
    result: { data: {}, metadata },
    data: {},
  },
  'get.deals_history': {
    page: 'ca_deal/get_deals_history',
    params: byExtId('arbat.d.771904'),
    result: {
      ...listed,
      data: [
        {
          ext_id: 'arbat.d.771904',
          name: 'Маникюр',
          created_date_time: '2026-03-14 12:31:05',
          closed_date_time: null,
          modified_stage_date_time: '2026-03-14 12:31:05',
          contact_ext_ids: ['arbat.7001'],
          employee_ext_id: 'arbat.12',
          revenue: 3150.5,
          sales_funnel_ext_id: 'default',
          stage_ext_id: 'default/arbat./10',
          comments: null,
          source: null,
          is_generated: false,
          communication_id: 7716,
          communication_type: 'offline_message',
        },
      ],
    },
    data: [
      {
        ext_id: 'arbat.d.771904',
        modified_stage_date_time: '2026-03-14 12:31:05',
        sales_funnel_ext_id: 'default',
        stage_ext_id: 'default/arbat./10',
        is_generated: false,
        communication_id: 7716,
        communication_type: 'offline_message',
      },
    ],
  },
  'delete.deals': {
    page: 'ca_deal/delete_deals',
    params: { ext_id: 'arbat.d.771904' },
    result: { data: {}, metadata },
    data: {},
  },
  'get.deals_in_processing': {
    page: 'ca_deal/get_deals_processing',
    params: {},
    result: { data: { count: 3 }, metadata },
    data: { count: 3 },
  },
};
