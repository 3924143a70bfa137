import type { Reply } from '../model/acts.ts';
import type { ErrorCode, Failure } from '../model/api.ts';
import { jsonAnswer, type HttpAnswer } from './json-answer.ts';

/** Status and text of each expected failure: a new code without them does not compile. */
export const failures = {
  unauthorized: [401, 'Войдите заново: токен доступа не принят'],
  forbidden: [403, 'Недостаточно прав'],
  not_found: [404, 'Не найдено'],
  account_required: [400, 'Укажите кабинет в заголовке X-Account'],
  invalid_request: [400, 'Запрос не прочитан: проверьте поля'],
  invalid_settings: [400, 'Настройки не сохранены: проверьте поля'],
  version_conflict: [409, 'Настройки изменились, пока вы их правили: откройте их заново'],
  already_in_use: [409, 'Этот пользователь уже используется: добавить его нельзя'],
  managed: [409, 'Этот список заполняет CoMagic: изменить его можно в кабинете CoMagic'],
  already_connected: [409, 'Салон с этим ID уже подключён в этом кабинете: сначала выключите его'],
  last_of_role: [409, 'С этой ролью больше никого нет: сначала дайте её кому-нибудь ещё'],
  not_ready: [409, 'Ещё не готово: подождите и повторите'],
  too_large: [413, 'Слишком много данных'],
  unsupported_media_type: [415, 'Тело запроса должно быть в application/json'],
  unavailable: [503, 'Сервис временно недоступен, попробуйте позже'],
  internal: [500, 'Внутренняя ошибка'],
} as const satisfies Record<ErrorCode, readonly [number, string]>;

/** A reply of an act as API Gateway takes it. */
export function answerOf(reply: Reply<unknown>): HttpAnswer {
  if ('error' in reply) return failureAnswer(reply);
  if ('created' in reply) return jsonAnswer(201, reply.created);
  return 'accepted' in reply ? jsonAnswer(202, reply.accepted) : jsonAnswer(200, reply.ok);
}

function failureAnswer({ error: code, fields }: Failure): HttpAnswer {
  const [statusCode, message] = failures[code];
  return jsonAnswer(statusCode, { error: { code, message, ...(fields === undefined ? {} : { fields }) } });
}
