import type { Answer } from '../../api/client.ts';
import { useCatalogNames } from '../../parts/catalog-names.ts';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import type { Column } from '../../parts/window-table.tsx';
import { Told } from './told.tsx';
import { momentWidth, useWhenColumn } from './use-when-column.tsx';

export type RequestItem = Answer<'GET /api/requests'>['items'][number];

export const usualRequestColumns = ['name', 'phone', 'bookingStatus', 'salon', 'amount', 'belongs', 'attribution'];

export const statusTones = {
  new: 'calm',
  confirmed: 'calm',
  came: 'good',
  paid: 'good',
  cancelled: 'bad',
  deleted: 'bad',
} as const satisfies Record<RequestItem['bookingStatus'], string>;

/** All columns of the list of requests. */
export function useRequestColumns(): Column<RequestItem>[] {
  const { records } = useLateWords();
  const { nameOf } = useSalonNames();
  const catalog = useCatalogNames();
  const format = useFormat();
  const { field, filters, status, step, hidden } = records;
  const when = useWhenColumn<RequestItem>('requests', {
    id: 'dateTime',
    name: field.dateTime,
    at: ({ dateTime }) => dateTime,
  });
  const columns: Column<RequestItem>[] = [
    when,
    { id: 'name', name: field.name, width: 150, show: ({ name }) => <Told>{name}</Told> },
    { id: 'phone', name: field.phone, width: 145, show: ({ phone }) => <Told>{phone}</Told> },
    { id: 'email', name: field.email, width: 190, show: ({ email }) => <Told>{email}</Told> },
    {
      id: 'bookingStatus',
      name: field.bookingStatus,
      width: 135,
      isEarly: true,
      show: ({ bookingStatus }) => <Chip tone={statusTones[bookingStatus]}>{status[bookingStatus]}</Chip>,
    },
    { id: 'salon', name: field.salon, width: 145, show: ({ salon }) => <Told>{nameOf(salon)}</Told> },
    {
      id: 'amount',
      name: field.amount,
      width: 120,
      isNumber: true,
      show: ({ amount, currency }) => amount !== undefined && format.money(amount, currency),
    },
    {
      id: 'belongs',
      name: `${filters.campaign} / ${filters.source}`,
      width: 150,
      show: ({ campaignId, sourceId }) => <Told>{catalog.campaign(campaignId) ?? catalog.source(sourceId)}</Told>,
    },
    { id: 'siteId', name: field.siteId, width: 160, show: ({ siteId }) => <Told>{catalog.site(siteId)}</Told> },
    { id: 'attribution', name: field.attribution, width: 125, show: ({ attribution }) => step[attribution.step] },
    { id: 'visitorSessionId', name: field.visitorSessionId, width: 130, show: (item) => item.visitorSessionId },
    {
      id: 'startsAt',
      name: field.startsAt,
      width: momentWidth,
      show: ({ startsAt }) => startsAt !== undefined && format.short(startsAt),
    },
    { id: 'origin', name: field.origin, width: 120, show: ({ origin }) => <Told>{origin}</Told> },
    { id: 'extId', name: field.extId, width: 130, show: ({ extId }) => <Told>{extId}</Told> },
    {
      id: 'hidden',
      name: field.hidden,
      width: 240,
      show: (item) => item.hidden.map((reason) => hidden[reason]).join('; '),
    },
  ];
  return columns;
}
