import type { ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageFailed } from '../../parts/page-failed.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useReveal } from '../../parts/reveal.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Section } from '../../parts/section.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { recordPath } from '../records/paths.ts';
import { Deliveries } from './deliveries.tsx';
import { LineState } from './line-state.tsx';
import { reasonsOf, useLineTitle, useMade } from './line-words.ts';
import { Message } from './message.tsx';
import { Reasons } from './reasons.tsx';

type EventShown = Answer<'GET /api/events/{id}'>;

/** An event: what became of it and why, each of its deliveries, and what was sent. */
export function LinePage({ id }: { id: string }) {
  const reveal = useReveal();
  const event = useAnswer('GET /api/events/{id}', { id, query: reveal.query });
  if (event.isSuccess) return <Shown event={event.data} reveal={reveal.button} />;
  if (event.isError) return <PageFailed error={event.error} onRetry={() => void event.refetch()} />;
  return <Skeleton rows={4} height={64} />;
}

function Shown({ event, reveal }: { event: EventShown; reveal: ReactNode }) {
  const { journal } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const titleOf = useLineTitle();
  const imported = event.importedAt === undefined ? '' : journal.imported(format.second(event.importedAt));
  return (
    <>
      <nav className="crumbs">
        <Link to="/journal">{journal.title}</Link>
      </nav>
      <PageHead
        title={titleOf(event)}
        about={[nameOf(event.salon), format.second(event.receivedAt), imported]
          .filter((said) => said !== '')
          .join(' · ')}
      >
        <div className="row">
          <LineState status={event.status} />
        </div>
      </PageHead>
      {event.erased !== undefined && <Notice tone="calm">{journal.erased}</Notice>}
      <Became event={event} />
      <Paths event={event} />
      <Deliveries deliveries={event.deliveries} />
      <Message message={event.message} reveal={reveal} />
    </>
  );
}

function Became({ event }: { event: EventShown }) {
  const { journal } = useLateWords();
  const format = useFormat();
  const made = useMade();
  const reasons = reasonsOf(event);
  const { refusal, entities, senderEventId } = event;
  return (
    <Section title={journal.became}>
      {refusal === undefined ? (
        <p>{made(event)}</p>
      ) : (
        <p>{journal.refusal(refusal.status, format.number(refusal.size))}</p>
      )}
      {reasons.length > 0 ? (
        <Reasons reasons={reasons} salon={event.salon} />
      ) : (
        <p className="about">{journal.noReason}</p>
      )}
      <dl className="ids">
        <dt>{journal.eventId}</dt>
        <dd>
          <code>{event.id}</code>
        </dd>
        {senderEventId !== undefined && (
          <>
            <dt>{journal.senderId}</dt>
            <dd>
              <code>{senderEventId}</code>
            </dd>
          </>
        )}
        {entities.length > 0 && (
          <>
            <dt>{journal.records}</dt>
            <dd>
              {entities.map(({ type, id }) => (
                <div key={`${type} ${id}`}>
                  {journal.made[type]}{' '}
                  <Link to={recordPath(type === 'request' ? 'requests' : 'deals', id)}>
                    <code>{id}</code>
                  </Link>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

function Paths({ event: { warnings, unknownPaths, salon } }: { event: EventShown }) {
  const { journal, fields } = useLateWords();
  return (
    <>
      {warnings.length > 0 && (
        <Section title={journal.warned}>
          <PathList paths={warnings} />
        </Section>
      )}
      {unknownPaths.length > 0 && (
        <Section title={journal.unknown} about={journal.unknownAbout}>
          <PathList paths={unknownPaths} />
          {salon !== undefined && <Link to={`/salons/${salon}/fields`}>{fields.open}</Link>}
        </Section>
      )}
    </>
  );
}

function PathList({ paths }: { paths: readonly string[] }) {
  return (
    <ul className="paths">
      {[...new Set(paths)].map((path) => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
    </ul>
  );
}
