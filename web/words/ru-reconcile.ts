import { counted } from './plural.ts';

const rows = (count: number) => counted(count, 'строка', 'строки', 'строк');

export const ruReconcile = {
  title: 'Сверка',
  about: 'Сравните выгрузку ПрофСалона с тем, что пришло. Файл остаётся на вашем компьютере: его читает сам браузер.',
  what: 'Что сверяем',
  kinds: { deals: 'Сделки', requests: 'Записи' },
  salon: 'Салон',
  chooseSalon: 'Выберите салон',
  from: 'С даты',
  to: 'По дату',
  file: 'Выгрузка (CSV)',
  fileAbout: 'За тот же период. Разделитель и кодировка определяются сами.',
  drop: 'Перетащите файл сюда или выберите его',
  chosen: (name: string, count: number) => `${name}: ${rows(count)}`,
  notRead: 'В файле не нашлось таблицы: нужны строка с названиями столбцов и хотя бы одна строка под ней.',
  tooLarge: 'Файл больше 20 МБ. Выгрузите период короче.',
  columns: {
    title: 'Где что стоит',
    about: 'Выберите столбцы выгрузки. Сверяется то, для чего столбец выбран.',
    id: 'ID',
    amount: 'Сумма',
    day: 'Дата создания',
    stage: 'Этап',
    none: 'Не сверять',
  },
  compare: 'Сверить',
  salonFirst: 'Сначала выберите салон.',
  reading: (count: string) => `Читаем, что пришло: ${count}…`,
  tooMany: 'За период пришло больше 20\u00a0000 сделок или записей: выберите период короче.',
  result: (missing: number, extra: number, different: number) =>
    missing + extra + different === 0
      ? 'Расхождений нет.'
      : `Не хватает: ${missing}. Лишних: ${extra}. Отличаются: ${different}.`,
  same: (count: number) => `Совпадают: ${count}.`,
  missing: 'Есть в выгрузке, нет у нас',
  missingNext: 'Поищите в разделе «Где запись?» или попросите ПрофСалон прислать это заново.',
  elsewhere: 'есть у нас, но за другой период',
  extra: 'Есть у нас, нет в выгрузке',
  extraNext: 'Проверьте, что выгрузка за тот же период и без отбора.',
  different: 'Отличаются',
  differentNext: 'Откройте строку и посмотрите в истории, когда значение изменилось.',
  repeated: (count: number) => `В выгрузке есть повторы ID: ${rows(count)}. Считается последняя.`,
  withoutId: (count: number) => `Строк без ID: ${count}. Они не сверялись.`,
  table: { id: 'ID', date: 'Дата', field: 'Что', ours: 'У нас', theirs: 'В выгрузке' },
  first: (count: number) => `Показаны первые ${count}.`,
};
