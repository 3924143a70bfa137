import type { TestStep } from '../../lib/model/salon-test.ts';

export const ruTest = {
  title: 'Проверка',
  about:
    'Отправляет вымышленную запись и сделку той же дорогой, что и доставки ПрофСалона. В списки заявок и сделок они не попадают.',
  send: 'Отправить проверку',
  again: 'Отправить ещё раз',
  remove: 'Удалить данные проверки',
  removed: 'Данные проверки удалены.',
  underWay: 'Прошлая проверка ещё в пути: подождите, пока она дойдёт.',
  steps: {
    received: 'Принято',
    queued: 'В очереди',
    request: 'Заявка',
    deal: 'Сделка',
  } satisfies Record<TestStep['step'], string>,
  states: {
    done: 'сделано',
    waiting: 'ждёт',
    ignored: 'пропущено',
    failed: 'не удалось',
  } satisfies Record<TestStep['state'], string>,
  waiting: 'Ждём: сообщение в очереди, обработчик его ещё не взял.',
  notSent: 'Очередь не приняла сообщение. Отправьте проверку ещё раз.',
  ignored: (reason: string) => `Не создана: ${reason}.`,
  made: { request: 'Создана заявка', deal: 'Создана сделка' },
  open: 'Открыть',
  where: 'Посмотреть в журнале',
  lastReal: (when: string) => `Последняя настоящая доставка: ${when}.`,
  noneReal: 'Настоящих доставок за 30 дней не было.',
};
