import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answer, CallError } from '../../api/client.ts';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageFailed } from '../../parts/page-failed.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useReveal } from '../../parts/reveal.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Section } from '../../parts/section.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { FoundRecords } from '../find/found-records.tsx';
import { TimeLine } from '../find/time-line.tsx';
import { recordsOf } from '../find/verdict.ts';
import { EraseContact } from './erase-contact.tsx';

type Found = Answer<'POST /api/search'>;

/** One client: what they have in the lists, and what came of them. */
export function ContactPage({ id }: { id: string }) {
  const { contacts, contact } = useLateWords().people;
  const { call } = useCabinet();
  const keyOf = useKey();
  const reveal = useReveal();
  const found = useQuery<Found, CallError>({
    queryKey: keyOf('POST /api/search', id, reveal.query),
    queryFn: () => call('POST /api/search', { body: { id }, query: reveal.query }),
  });
  return (
    <>
      <nav className="crumbs">
        <Link to="/contacts">{contacts.title}</Link>
      </nav>
      {found.isPending && <Skeleton rows={4} height={64} />}
      {found.isError && <PageFailed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && <Shown id={id} found={found.data} reveal={reveal.button} />}
      {found.data?.nothing !== undefined && <PageHead title={contact.title} about={contact.notFound} />}
    </>
  );
}

function Shown({ id, found, reveal }: { id: string; found: Found; reveal: ReactNode }) {
  const { contact, contacts } = useLateWords().people;
  const { mayChange } = useCabinet();
  const { nameOf } = useSalonNames();
  const records = recordsOf(found);
  const { name, phone } = records.find((record) => record.name !== undefined) ?? {};
  if (found.nothing !== undefined) return null;
  return (
    <>
      <PageHead
        title={name ?? contacts.nameless}
        about={[phone, nameOf(id.split('.')[0])].filter((said) => said !== undefined && said !== '').join(' · ')}
      >
        <div className="row">
          {reveal}
          {mayChange && <EraseContact id={id} />}
        </div>
      </PageHead>
      {records.length > 0 ? (
        <FoundRecords title={<h2>{contact.records}</h2>} records={records} />
      ) : (
        <Section title={contact.records}>
          <p className="about">{contact.noRecords}</p>
        </Section>
      )}
      <Section title={contact.deliveries}>
        {found.events.length > 0 ? <TimeLine events={found.events} /> : <p className="about">{contact.noDeliveries}</p>}
      </Section>
      {found.more && <p className="about">{contact.more}</p>}
    </>
  );
}
