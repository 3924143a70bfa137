import { useFormat } from '../../parts/format.ts';
import { daysOf, periodOf } from '../../parts/period.ts';
import type { DealItem } from '../records/use-deal-columns.tsx';
import type { RequestItem } from '../records/use-request-columns.tsx';
import { Completeness } from './completeness.tsx';
import { DaysSection } from './days-section.tsx';
import { doorOf } from './door.ts';
import { MarksSection } from './marks-section.tsx';
import { dealSums, perDay, stepSums } from './sums.ts';
import { Tiles } from './tiles.tsx';
import { useMarks } from './use-marks.ts';

interface NumbersProps {
  view: { from: string; to: string; salon: string | undefined };
  requests: readonly RequestItem[];
  deals: readonly DealItem[];
}

/** What all records of a period come to. */
export function Numbers({ view, requests, deals }: NumbersProps) {
  const format = useFormat();
  const marks = useMarks({ ...periodOf(view), salon: view.salon });
  const door = doorOf({ ...view });
  const { steps, known } = stepSums(requests);
  const [requestDays, dealDays] = [
    perDay(
      requests.map(({ dateTime }) => dateTime),
      format.day,
    ),
    perDay(
      deals.map(({ createdDateTime }) => createdDateTime),
      format.day,
    ),
  ];
  const days = daysOf(view.from, view.to).map((day) => ({
    day,
    requests: requestDays.get(day) ?? 0,
    deals: dealDays.get(day) ?? 0,
  }));
  return (
    <>
      <Tiles requests={requests.length} deals={deals.length} sums={dealSums(deals)} door={door} />
      <DaysSection days={days} marks={marks.data ?? []} door={door} />
      <Completeness steps={steps} known={known} all={requests.length} door={door} />
      <MarksSection marks={marks.data} />
    </>
  );
}
