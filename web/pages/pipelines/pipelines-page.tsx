import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Section } from '../../parts/section.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import { parametersOf } from '../../parts/view-in-url.ts';
import { typeTones } from '../records/use-deal-columns.tsx';

type Pipeline = Answer<'GET /api/pipelines'>['items'][number];

/** Pipelines as CoMagic wants them. */
export function PipelinesPage() {
  const { pipelines } = useLateWords().records;
  const read = useAnswer('GET /api/pipelines');
  return (
    <>
      <PageHead title={pipelines.title} about={pipelines.about} />
      {read.isPending && <Skeleton rows={4} height={64} />}
      {read.isError && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {read.data?.items.length === 0 && <NothingYet title={pipelines.emptyTitle}>{pipelines.empty}</NothingYet>}
      {read.data?.items.map((pipeline) => (
        <Stages key={pipeline.id} pipeline={pipeline} />
      ))}
    </>
  );
}

function Stages({ pipeline: { id, name, salon, stages } }: { pipeline: Pipeline }) {
  const { records } = useLateWords();
  const { pipelines } = records;
  const { columns } = pipelines;
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const about = salon === undefined ? pipelines.ofAccount : nameOf(salon);
  return (
    <Section
      title={name}
      {...(about === name ? {} : { about })}
      aside={<Link to={`/deals?${parametersOf({ pipeline: id })}`}>{pipelines.toDeals}</Link>}
    >
      <table className="table table-small" aria-label={name}>
        <TableHead columns={[columns.name, columns.type, numbers(columns.order)]} />
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.id}>
              <th scope="row">
                <bdi>{stage.name}</bdi>
              </th>
              <td>
                <Chip tone={typeTones[stage.type]}>{records.type[stage.type]}</Chip>
              </td>
              <td className="number" data-label={columns.order}>
                {format.number(stage.order)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
