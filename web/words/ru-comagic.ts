import type { RowMnemonic } from '../../lib/model/data-api.ts';
import type { StopReason } from '../../lib/model/outbound-state.ts';

/** What CoMagic has answered, and what to do about it. */
export interface Said {
  said: string;
  next: string;
}

const ours: Said = {
  said: 'CoMagic не принял сам вид вызова: это ошибка на нашей стороне.',
  next: 'Напишите в поддержку. Заявки и сделки дождутся исправления.',
};

/** Why an account is sent nothing. */
const stopped = {
  no_key: { said: 'Ключ доступа не сохранён.', next: 'Вставьте ключ Data API и сохраните.' },
  access_token_invalid: {
    said: 'Ключ доступа не подошёл.',
    next: 'Проверьте, что кабинет выбран верно (CoMagic или UIS), и вставьте ключ заново.',
  },
  access_token_expired: {
    said: 'Срок ключа доступа истёк.',
    next: 'Создайте в CoMagic новый ключ, лучше бессрочный, и сохраните его здесь.',
  },
  access_token_blocked: {
    said: 'Ключ доступа заблокирован.',
    next: 'Разблокируйте его в CoMagic или создайте новый и сохраните здесь.',
  },
  auth_error: { said: 'CoMagic не узнал, кто его вызывает.', next: 'Создайте новый ключ и сохраните его здесь.' },
  ip_not_whitelisted: {
    said: 'Нашего IP-адреса нет в списке разрешённых.',
    next: 'Добавьте его в CoMagic, в настройках API. Адрес скажет поддержка.',
  },
  forbidden: {
    said: 'Пользователю ключа не хватает прав.',
    next: 'Дайте ему в CoMagic права на Data API, обращения и сделки.',
  },
  method_component_disabled: {
    said: 'В CoMagic не подключён нужный компонент.',
    next: 'Подключите «Data API», загрузку оффлайн-заявок и воронки продаж или попросите об этом менеджера.',
  },
  parameter_component_disabled: {
    said: 'Компонент CoMagic, без которого часть полей не принимается, не подключён.',
    next: 'Попросите менеджера CoMagic подключить компоненты Data API и воронок продаж.',
  },
  account_inactive: { said: 'Кабинет CoMagic выключен.', next: 'Обратитесь к менеджеру CoMagic, чтобы его включили.' },
  tariff_restrictions: {
    said: 'Тариф CoMagic этого не позволяет.',
    next: 'Смените тариф или попросите менеджера CoMagic расширить его.',
  },
  data_limit_exceeded: {
    said: 'В CoMagic исчерпан объём данных по тарифу.',
    next: 'Попросите менеджера CoMagic увеличить объём.',
  },
  too_many_refused: {
    said: 'CoMagic отверг слишком много заявок или сделок сразу, поэтому мы остановились.',
    next: 'Посмотрите причины в списке ниже, исправьте общую и нажмите «Отправить сейчас».',
  },
  clock_or_zone: {
    said: 'CoMagic отверг время свежих заявок или сделок: похоже, сменился часовой пояс кабинета.',
    next: 'Сверьте часовой пояс здесь и в CoMagic и нажмите «Отправить сейчас».',
  },
  parse_error: ours,
  invalid_request: ours,
  method_not_found: ours,
  batch_opreations_not_supported: ours,
  notifications_not_supported: ours,
  sort_prohibited: ours,
  filter_prohibited: ours,
  date_interval_limit_reached: ours,
} satisfies Record<StopReason, Said>;

/** Why a record was refused. */
const row = {
  required_parameter_missed: {
    said: 'Не хватает обязательного поля.',
    next: 'Заявке нужны телефон или почта и кампания или источник по умолчанию: задайте их в настройках салона.',
  },
  invalid_parameter_value: {
    said: 'Значение поля не подходит.',
    next: 'Исправьте его в ПрофСалоне: исправленное отправится само.',
  },
  data_type_error: {
    said: 'У поля другой вид значения, чем ждёт CoMagic.',
    next: 'Проверьте дополнительное поле с таким именем в CoMagic или напишите в поддержку.',
  },
  unexpected_parameters: { said: 'CoMagic не знает такого поля.', next: 'Напишите в поддержку.' },
  invalid_parameters_combination: {
    said: 'Поля не согласуются друг с другом.',
    next: 'Проверьте, что кампания или источник по умолчанию относятся к выбранному сайту.',
  },
  invalid_date_time: {
    said: 'Дата или время не подходят: в будущем или раньше предыдущих.',
    next: 'Исправьте дату в ПрофСалоне: исправленное отправится само.',
  },
  campaign_is_inactive: {
    said: 'Рекламная кампания в CoMagic выключена.',
    next: 'Выберите в настройках салона активную кампанию.',
  },
  entity_not_found: {
    said: 'В CoMagic нет того, на что здесь есть ссылка.',
    next: 'Проверьте, что кампания, источник и сайт из настроек салона есть в CoMagic.',
  },
  duplicate_entity: { said: 'В CoMagic это уже есть.', next: 'Найдите это в CoMagic и удалите лишнее.' },
  already_in_use: {
    said: 'Значение в CoMagic уже занято.',
    next: 'Освободите его в CoMagic или напишите в поддержку.',
  },
  dependency_error: {
    said: 'В CoMagic с этим связано другое, поэтому изменить это нельзя.',
    next: 'Уберите связь в CoMagic или напишите в поддержку.',
  },
  error: {
    said: 'CoMagic отказал и не назвал причину.',
    next: 'Напишите в поддержку CoMagic и назовите ID в CoMagic.',
  },
} satisfies Record<RowMnemonic, Said>;

/** Why a request was refused whose session CoMagic does not have. */
const noSession = {
  said: 'CoMagic не знает сессию посетителя, которую назвал ПрофСалон.',
  next: 'Проверьте, что на странице записи стоит код этого же кабинета CoMagic, и отправьте снова.',
};

/** Parameters of the Data API that a refusal may name. */
const parameters = {
  id: 'ID',
  ext_id: 'ID',
  name: 'название или имя',
  phone: 'телефон',
  phone_numbers: 'телефоны',
  email: 'почта',
  emails: 'адреса почты',
  message: 'комментарий',
  comments: 'комментарий',
  date_time: 'дата и время',
  created_date_time: 'дата создания',
  modified_date_time: 'дата изменения',
  modified_stage_date_time: 'время этапа',
  closed_date_time: 'дата закрытия',
  visitor_session_id: 'сессия',
  campaign_id: 'рекламная кампания',
  source_id: 'источник',
  site_id: 'сайт',
  sales_funnel_ext_id: 'воронка',
  stage_ext_id: 'этап',
  contact_ext_ids: 'контакт',
  main_contact_ext_id: 'контакт',
  employee_ext_id: 'менеджер',
  communication_id: 'обращение',
  revenue: 'сумма сделки',
  user_fields: 'дополнительные поля',
};

export const ruComagic = { stopped, row, noSession, parameters };
