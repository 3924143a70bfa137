import { useAnswer } from '../../parts/cabinet.tsx';
import { useCatalogNames } from '../../parts/catalog-names.ts';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useReveal } from '../../parts/reveal.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { DeliveryPart, whileWaiting } from './delivery-part.tsx';
import { FactList, fieldsOf, nameOf, namesOf, pairsOf, type Fact } from './fact-list.tsx';
import { History } from './history.tsx';
import { Panel, PanelPart } from './panel.tsx';
import { recordPath } from './paths.ts';
import type { RequestReplaced, RequestShown } from './request-shown.ts';
import { RequestWhy } from './request-why.tsx';
import { statusTones } from './use-request-columns.tsx';

/** A request: what is known of it, why it is so, and what it was folded from. */
export function RequestPanel({ id }: { id: string }) {
  const { records } = useLateWords();
  const reveal = useReveal();
  const request = useAnswer('GET /api/requests/{id}', { id, query: reveal.query }, whileWaiting);
  const extId = request.data !== undefined && 'extId' in request.data ? request.data.extId : '';
  return (
    <Panel title={records.request(extId)} list="requests">
      {request.isPending && <Skeleton rows={6} />}
      {request.isError && <Failed error={request.error} onRetry={() => void request.refetch()} />}
      {request.isSuccess && reveal.button}
      {request.isSuccess &&
        ('attribution' in request.data ? <Shown request={request.data} /> : <Replaced request={request.data} />)}
    </Panel>
  );
}

function Shown({ request }: { request: RequestShown }) {
  const { records } = useLateWords();
  const { bookingStatus } = request;
  return (
    <>
      <div className="row">
        <Chip tone={statusTones[bookingStatus]}>{records.status[bookingStatus]}</Chip>
        {request.noContact && <Chip tone="warn">{records.field.noContact}</Chip>}
        {request.hidden.length > 0 && <Chip tone="warn">{records.isHidden}</Chip>}
      </div>
      <RequestWhy request={request} />
      <DeliveryPart record={request} />
      <FactList facts={useFacts(request)} />
      <History events={request.events} />
    </>
  );
}

function Replaced({ request }: { request: RequestReplaced }) {
  const { records } = useLateWords();
  return (
    <>
      <PanelPart id="why" title={records.why.title}>
        <p>{records.hidden.superseded}.</p>
        <p>
          {records.supersededBy}:{' '}
          {request.supersededBy.map((by) => (
            <Link key={by} to={recordPath('requests', by)}>
              {by}
            </Link>
          ))}
        </p>
      </PanelPart>
      <History events={request.events} />
    </>
  );
}

function useFacts(request: RequestShown): Fact[] {
  const { field } = useLateWords().records;
  const salons = useSalonNames();
  const catalog = useCatalogNames();
  const format = useFormat();
  const { currency, startsAt, amount, prepaid, durationMin } = request;
  const money = (kopecks: number | undefined) => kopecks !== undefined && format.money(kopecks, currency);
  return [
    [field.dateTime, format.second(request.dateTime)],
    [field.name, request.name],
    [field.phones, request.phones.join(', ')],
    [field.emails, request.emails.join(', ')],
    [field.message, request.message],
    [field.salon, salons.nameOf(request.salon)],
    [field.startsAt, startsAt !== undefined && format.moment(startsAt)],
    [field.durationMin, durationMin !== undefined && format.number(durationMin)],
    [field.amount, money(amount)],
    [field.prepaid, money(prepaid)],
    [field.services, namesOf(request.services)],
    [field.staff, nameOf(request.staff)],
    [field.campaignId, catalog.campaign(request.campaignId)],
    [field.sourceId, catalog.source(request.sourceId)],
    [field.siteId, catalog.site(request.siteId)],
    [field.visitorSessionId, request.visitorSessionId],
    [field.utm, pairsOf(request.utm)],
    [field.clickIds, pairsOf(request.clickIds)],
    [field.origin, request.origin],
    [field.pageUrl, request.pageUrl],
    [field.referrer, request.referrer],
    [field.userFields, fieldsOf(request.userFields)],
    [field.number, request.number],
    [field.extId, request.extId],
    [field.id, request.id],
    [field.warnings, request.warnings.join(', ')],
  ];
}
