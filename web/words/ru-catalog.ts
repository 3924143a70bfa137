import { counted, quoted } from './plural.ts';

export const ruCatalog = {
  title: 'Каталог',
  about: 'Списки, из которых выбирают настройки салонов.',
  lists: { campaigns: 'Рекламные кампании', sources: 'Источники', sites: 'Сайты' },
  id: 'ID',
  name: 'Название',
  domain: 'Домен',
  site: 'ID сайта',
  state: 'Состояние',
  states: {
    active: 'Активна',
    inactive: 'Выключена',
    off: 'Выключен',
    removed: 'Удалён',
    new: 'Новый',
    disable: 'Отключён',
    error: 'Ошибка',
    work: 'Работает',
  },
  add: 'Добавить строку',
  remove: (name: string) => `Удалить ${quoted(name)}`,
  save: 'Сохранить список',
  merged:
    'Список за это время сохранил кто-то другой. Ваши правки перенесены на новую версию: проверьте их и сохраните ещё раз.',
  empty: 'Список пуст. Добавьте строки, чтобы выбирать их в настройках салонов.',
  emptyViewer: 'Список пуст.',
  managed: 'Этот список заполняет CoMagic и обновляет раз в час. Изменить его можно в кабинете CoMagic.',
  find: 'Найти в списке',
  counted: (count: number) => counted(count, 'строка', 'строки', 'строк'),
  shown: (shown: number, all: number) => `Показано ${shown} из ${all}: уточните поиск`,
};
