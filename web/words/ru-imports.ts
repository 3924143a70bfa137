import type { RowFault } from '../../lib/model/import.ts';
import { counted, quoted } from './plural.ts';

const rows = (count: number) => counted(count, 'строка', 'строки', 'строк');

export const ruImports = {
  title: 'Импорт',
  about:
    'Записи и сделки из таблицы появятся в кабинете под своими датами. То, что позже прислал вебхук, они не изменят.',
  what: 'Что в таблице',
  kinds: { booking: 'Записи', deal: 'Сделки' },
  file: 'Таблица (CSV)',
  fileAbout: 'Каждая строка — одна запись или сделка. Разделитель и кодировка определяются сами.',
  drop: 'Перетащите файл сюда или выберите его',
  chosen: (name: string, count: number) => `${name}: ${rows(count)}`,
  notRead: 'В файле не нашлось таблицы: нужны строка с названиями столбцов и хотя бы одна строка под ней.',
  tooLarge: 'Файл больше 20 МБ. Разделите его.',
  columns: {
    title: 'Что в столбцах',
    about:
      'Нужны ID и дата создания или изменения, не старше трёх лет. Столбцы, для которых ничего не выбрано, не передаются.',
    name: 'Столбец',
    example: 'Пример',
    holds: 'Что в нём',
    none: 'Не передавать',
    custom: 'Дополнительное поле',
    of: (name: string) => `Что в столбце ${quoted(name)}`,
  },
  twice: (name: string) => `${quoted(name)} выбрано для двух столбцов. Оставьте один.`,
  check: 'Проверить',
  start: 'Импортировать',
  going: (done: string, all: string) => `Готово ${done} из ${all}…`,
  stop: 'Остановить',
  checked: 'Проверка',
  done: 'Импорт',
  accepted: {
    check: (count: number) => `К импорту: ${rows(count)}.`,
    import: (count: number) => `Принято: ${rows(count)}.`,
  },
  ignored: (reason: string, count: number) => `Только в журнал (${reason.toLowerCase()}): ${rows(count)}.`,
  refused: (count: number) => `С ошибками: ${rows(count)}.`,
  unavailable: (count: number) => `Осталось отправить: ${rows(count)}. Импортируйте файл ещё раз: повторов не будет.`,
  warned: (count: number) => `С замечаниями: ${rows(count)}.`,
  stopped: 'Импорт остановлен. Продолжить можно, импортировав файл ещё раз: повторов не будет.',
  toJournal: 'Что вышло, видно в журнале',
  table: { row: 'Строка', column: 'Столбец', why: 'Почему' },
  faults: {
    no_id: 'Нет ID.',
    no_date: 'Нет даты создания или изменения.',
    unreadable_date: 'Дата не читается. Подойдёт, например, 17.03.2026 14:05.',
    too_old: 'Старше трёх лет.',
    in_future: 'Дата в будущем.',
    too_large: 'Строка слишком большая.',
  } satisfies Record<RowFault, string>,
  first: (count: number) => `Показаны первые ${count}.`,
};
