import type { ReactNode } from 'react';
import type { mostWaiting as counted } from '../../../lib/model/api-outbound.ts';
import type { OutboundKind } from '../../../lib/model/outbound-state.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useFailure } from '../../parts/states.tsx';
import { ConnectionState } from './connection-state.tsx';
import type { Connection } from './draft.ts';

const kinds = ['request', 'deal', 'contact'] as const satisfies readonly OutboundKind[];

const mostWaiting: typeof counted = 10_000;

/** Whether records are sent; if not, why and what to do; what was sent last, and what waits. */
export function StateSection({ connection }: { connection: Connection }) {
  const { state: said } = useLateWords().connection;
  const { mayChange } = useCabinet();
  const { isOn, status } = connection;
  return (
    <Section title={said.title} aside={<ConnectionState connection={connection} />}>
      {!isOn && <p>{said.offAbout}</p>}
      {isOn && status.stopped !== undefined && <Stopped {...status.stopped} />}
      {isOn && <Facts connection={connection} />}
      {isOn && mayChange && <LoadNow />}
    </Section>
  );
}

function Stopped({ reason, since, tryAt }: NonNullable<Connection['status']['stopped']>) {
  const { comagic, connection } = useLateWords();
  const format = useFormat();
  const { said, next } = comagic.stopped[reason];
  return (
    <Notice tone="bad" title={said}>
      <p>{next}</p>
      <p>
        {connection.state.since(format.moment(since))} {connection.state.tryAt(format.moment(tryAt))}
      </p>
    </Notice>
  );
}

function Facts({ connection: { backfill, status } }: { connection: Connection }) {
  const { state: said } = useLateWords().connection;
  const format = useFormat();
  const { doneAt, nextAt, waitingSince, days } = status;
  const waits = useWaiting(status.waiting);
  return (
    <dl className="ids">
      <Fact name={said.doneAt}>{doneAt === undefined ? said.never : format.second(doneAt)}</Fact>
      {nextAt !== undefined && <Fact name={said.nextAt}>{format.second(nextAt)}</Fact>}
      <Fact name={said.waiting}>
        {waits.length === 0 && said.nothing}
        {waits.map((kind) => (
          <div key={kind}>{kind}</div>
        ))}
      </Fact>
      {waitingSince !== undefined && <Fact name={said.waitingSince}>{format.second(waitingSince)}</Fact>}
      {days >= 1 && <Fact name={said.days}>{said.daysSaid(format.number(days))}</Fact>}
      {backfill !== undefined && (
        <Fact name={said.backfill}>
          <Link to={`/jobs/${backfill}`}>{said.toJob}</Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What waits in words, kind by kind. */
function useWaiting(waiting: Connection['status']['waiting']): string[] {
  const { count, most } = useLateWords().connection.state;
  return kinds
    .map((kind) => [kind, waiting[kind] ?? 0] as const)
    .filter(([, waits]) => waits > 0)
    .map(([kind, waits]) => (waits < mostWaiting ? count[kind](waits) : most(count[kind](mostWaiting))));
}

function LoadNow() {
  const { state: said } = useLateWords().connection;
  const failure = useFailure();
  const load = useAct('POST /api/connection/load', ['GET /api/connection']);
  return (
    <>
      <div>
        <Button
          isDisabled={load.isPending}
          onPress={() => {
            load.mutate({});
          }}
        >
          {said.load}
        </Button>
        <p className="about" role="status">
          {load.isSuccess && said.loading}
        </p>
      </div>
      {load.isError && <Notice tone="bad">{failure(load.error)}</Notice>}
    </>
  );
}
