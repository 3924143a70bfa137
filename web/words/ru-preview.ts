import { counted, inside } from './plural.ts';

const deliveries = (count: number) =>
  counted(count, 'последней доставке', 'последним доставкам', 'последним доставкам');

export const ruPreview = {
  open: 'Что изменится',
  opening: 'Считаем…',
  title: 'Что изменят эти настройки',
  about: (count: number) => `Посчитано по ${deliveries(count)}. Ничего не записано: сохраняет только «Сохранить».`,
  more: 'На более ранние доставки не хватило времени.',
  none: 'Доставок за последние 30 дней нет: считать не по чему.',
  asNew: 'Что будет приходить',
  asNewAbout: 'Если бы эти настройки действовали с самого начала, те же доставки дали бы:',
  replay: 'Что изменится в сохранённом',
  replayAbout: 'Если после сохранения обработать те же доставки заново:',
  replayKept:
    'Кампания по умолчанию, воронка и «Откуда брать заявки» у сохранённых заявок и сделок останутся прежними.',
  shown: {
    request: (before: string, after: string) => `Заявок в списке: ${before} → ${after}`,
    deal: (before: string, after: string) => `Сделок в списке: ${before} → ${after}`,
  },
  done: (count: number) => `Обработано: ${count}`,
  leftOut: (reason: string, count: number) => `Пропущено, «${inside(reason)}»: ${count}`,
  changes: (count: number) => `Заявки и сделки, которые изменятся: ${count}`,
  noChanges: 'Заявки и сделки останутся как есть.',
  andMore: (count: number) => `и ещё ${count}`,
  columns: { record: 'Заявка или сделка', effect: 'Что с ней', fields: 'Поля' },
  types: { request: 'Заявка', deal: 'Сделка' },
  effects: { created: 'появится', changed: 'изменится', removed: 'исчезнет', unchanged: 'без изменений' },
  saved: 'Новый выбор действует для новых доставок. У сохранённых заявок и сделок он прежний.',
  apply: 'Применить к сохранённому',
};
