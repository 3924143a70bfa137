import type { Answer } from '../../api/client.ts';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import type { Column } from '../../parts/window-table.tsx';
import { Told } from './told.tsx';
import { momentWidth, useWhenColumn } from './use-when-column.tsx';

export type DealItem = Answer<'GET /api/deals'>['items'][number];

export const usualDealColumns = ['name', 'revenue', 'stage', 'contact', 'phone', 'manager', 'salon'];

export const typeTones = { in_process: 'calm', success: 'good', failed: 'bad' } as const satisfies Record<
  NonNullable<DealItem['stage']>['type'],
  string
>;

/** All columns of the list of deals. */
export function useDealColumns(): Column<DealItem>[] {
  const { records } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const { field, hidden, dealName } = records;
  const when = useWhenColumn<DealItem>('deals', {
    id: 'createdDateTime',
    name: field.createdDateTime,
    at: ({ createdDateTime }) => createdDateTime,
  });
  const money = (kopecks: number | undefined, currency: string) =>
    kopecks !== undefined && format.money(kopecks, currency);
  const moment = (at: string | undefined) => at !== undefined && format.short(at);
  return [
    when,
    { id: 'name', name: dealName, width: 150, show: ({ name }) => <Told>{name}</Told> },
    {
      id: 'revenue',
      name: field.revenue,
      width: 125,
      isNumber: true,
      show: ({ revenue, currency }) => money(revenue, currency),
    },
    {
      id: 'paidAmount',
      name: field.paidAmount,
      width: 130,
      isNumber: true,
      show: ({ paidAmount, currency }) => money(paidAmount, currency),
    },
    { id: 'pipeline', name: field.pipeline, width: 190, show: ({ pipeline }) => <Told>{pipeline.name}</Told> },
    {
      id: 'stage',
      name: field.stage,
      width: 145,
      isEarly: true,
      show: ({ stage }) => stage && <StageChip stage={stage} />,
    },
    { id: 'contact', name: field.contact, width: 145, show: ({ contact }) => <Told>{contact?.name}</Told> },
    { id: 'phone', name: field.phone, width: 145, show: ({ contact }) => <Told>{contact?.phone}</Told> },
    { id: 'email', name: field.email, width: 190, show: ({ contact }) => <Told>{contact?.email}</Told> },
    {
      id: 'manager',
      name: field.manager,
      width: 115,
      show: ({ manager }) => <Told>{manager?.name ?? manager?.id}</Told>,
    },
    { id: 'salon', name: field.salon, width: 140, show: ({ salon }) => <Told>{nameOf(salon)}</Told> },
    {
      id: 'modifiedDateTime',
      name: field.modifiedDateTime,
      width: momentWidth,
      show: ({ modifiedDateTime }) => moment(modifiedDateTime),
    },
    {
      id: 'closedDateTime',
      name: field.closedDateTime,
      width: momentWidth,
      show: ({ closedDateTime }) => moment(closedDateTime),
    },
    { id: 'extId', name: field.extId, width: 130, show: ({ extId }) => <Told>{extId}</Told> },
    {
      id: 'hidden',
      name: field.hidden,
      width: 200,
      show: (item) => item.hidden.map((reason) => hidden[reason]).join('; '),
    },
  ];
}

/** A stage by its name, or by its type where it has none. */
export function StageChip({ stage }: { stage: NonNullable<DealItem['stage']> }) {
  const { records } = useLateWords();
  return (
    <Chip tone={typeTones[stage.type]} title={records.type[stage.type]}>
      <bdi>{stage.name ?? stage.id ?? records.type[stage.type]}</bdi>
    </Chip>
  );
}
