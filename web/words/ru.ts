import { counted } from './plural.ts';
import { ruFaults } from './ru-faults.ts';
import { ruSalon } from './ru-salon.ts';

/** All that the page says, in Russian: what other languages have to say as well. */
export const ru = {
  product: 'ПрофСалон',
  productAbout: 'заявки и сделки в сквозную аналитику',
  faults: ruFaults,
  salon: ruSalon,
  nav: {
    label: 'Разделы',
    salons: 'Салоны',
    overview: 'Обзор',
    requests: 'Заявки',
    deals: 'Сделки',
    pipelines: 'Воронки',
    reconcile: 'Сверка',
    search: 'Где запись?',
    problems: 'Проблемы',
    journal: 'Журнал',
    jobs: 'Задания',
    catalog: 'Каталог',
    members: 'Участники',
    menu: 'Меню',
    close: 'Закрыть',
  },
  shell: {
    skip: 'К содержимому',
    account: 'Кабинет',
    chooseAccount: 'Выберите кабинет',
    findAccount: 'Найти кабинет',
    noAccounts: 'Кабинетов пока нет.',
    language: 'Язык',
    theme: 'Оформление',
    themes: { light: 'Светлое', dark: 'Тёмное', system: 'Как в системе' },
    roles: { viewer: 'Наблюдатель', admin: 'Администратор', operator: 'Оператор' },
    signOut: 'Выйти',
  },
  states: {
    loading: 'Загружаем…',
    retry: 'Повторить',
    failed: 'Не получилось загрузить',
    signInFailed: 'Войти не получилось',
    signInFailedAbout: 'Служба входа ответила отказом или недоступна.',
    signInAgain: 'Войти заново',
    ended:
      'Время входа истекло. Войдите заново, и вы вернётесь на эту же страницу. Скопируйте то, что не хотите потерять: несохранённое не останется.',
    notFound: 'Такой страницы нет',
    toSalons: 'К списку салонов',
    copied: 'Скопировано',
    copy: 'Копировать',
    close: 'Закрыть',
    cancel: 'Отмена',
    more: 'Показать ещё',
  },
  leave: {
    title: 'Уйти без сохранения?',
    about: 'Несохранённые изменения пропадут.',
    leave: 'Уйти',
    stay: 'Остаться',
  },
  salons: {
    title: 'Салоны',
    connect: 'Подключить салон',
    columns: { salon: 'Салон', state: 'Состояние', transfers: 'Передача', last: 'Последнее событие' },
    active: 'Активен',
    inactive: 'Выключен',
    silent: 'Молчит',
    silentAbout: 'Событий нет дольше обычного',
    problems: (count: number) => counted(count, 'проблема', 'проблемы', 'проблем'),
    requests: 'Заявки',
    deals: 'Сделки',
    nothing: 'ничего',
    never: 'Ещё не было',
    emptyTitle: 'Салонов пока нет',
    emptyAbout:
      'Подключите первый: понадобятся токен, ID и логин салона из Маркетплейса ПрофСалона. Это займёт около пяти минут.',
    emptyViewer: 'Когда администратор подключит салон, он появится здесь.',
  },
};

export type Words = typeof ru;
