import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useReveal } from '../../parts/reveal.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { DealStages } from './deal-stages.tsx';
import { DecidedBy } from './decided-by.tsx';
import { DeliveryPart, whileWaiting } from './delivery-part.tsx';
import { FactList, fieldsOf, nameOf, namesOf, type Fact } from './fact-list.tsx';
import { History } from './history.tsx';
import { isAwaited, LinkPart } from './link-part.tsx';
import { Panel, PanelPart } from './panel.tsx';
import { recordIdOf, recordPath } from './paths.ts';
import { StageChip } from './use-deal-columns.tsx';

type Deal = Answer<'GET /api/deals/{id}'>;

/** A deal: what is known of it, why it is so, its stages, and what it was folded from. */
export function DealPanel({ id }: { id: string }) {
  const { records } = useLateWords();
  const reveal = useReveal();
  const [askedAt, setAskedAt] = useState('');
  const deal = useAnswer(
    'GET /api/deals/{id}',
    { id, query: reveal.query },
    {
      every: whileWaiting.every,
      while: (known) => whileWaiting.while(known) || isAwaited(known.delivery.link, askedAt),
    },
  );
  return (
    <Panel title={records.deal(deal.data?.extId ?? '')} list="deals">
      {deal.isPending && <Skeleton rows={6} />}
      {deal.isError && <Failed error={deal.error} onRetry={() => void deal.refetch()} />}
      {deal.isSuccess && reveal.button}
      {deal.isSuccess && <Shown deal={deal.data} askedAt={askedAt} onAsked={setAskedAt} />}
    </Panel>
  );
}

interface ShownProps {
  deal: Deal;
  /** Since when CoMagic's answer is waited for; empty: none is. */
  askedAt: string;
  onAsked: (at: string) => void;
}

function Shown({ deal, askedAt, onAsked }: ShownProps) {
  const { records } = useLateWords();
  return (
    <>
      <div className="row">
        {deal.stage !== undefined && <StageChip stage={deal.stage} />}
        {deal.hidden.length > 0 && <Chip tone="warn">{records.isHidden}</Chip>}
      </div>
      <DealWhy deal={deal} />
      {deal.stageHistory.length > 0 && <DealStages deal={deal} />}
      <DeliveryPart record={deal} />
      {deal.delivery.state !== 'off' && (
        <LinkPart deal={deal.id} link={deal.delivery.link} askedAt={askedAt} onAsked={onAsked} />
      )}
      <FactList facts={useFacts(deal)} />
      <History events={deal.events} />
    </>
  );
}

function DealWhy({ deal: { pipeline, stage, salon, bookingIds, decided, hidden } }: { deal: Deal }) {
  const { records } = useLateWords();
  const { why, field } = records;
  return (
    <PanelPart id="why" title={why.title}>
      <ol className="why">
        <li>
          <strong>{field.pipeline}</strong>
          <span>{why.pipeline(pipeline.name)}</span>
        </li>
        <li>
          <strong>{field.stage}</strong>
          <span>{stage === undefined ? why.noStage : why.type[stage.typeFrom]}</span>
        </li>
        <li>
          <strong>{field.sourceId}</strong>
          <span>
            {bookingIds.length === 0 ? why.dealNoSource : why.dealSource}
            {bookingIds.map((booking) => (
              <span key={booking}>
                {' '}
                <Link to={recordPath('requests', recordIdOf(salon, 'b', booking))}>{booking}</Link>
              </span>
            ))}
          </span>
        </li>
      </ol>
      {hidden.length > 0 && (
        <p>
          {records.isHidden}: {hidden.map((reason) => records.hidden[reason]).join('; ')}.
        </p>
      )}
      <DecidedBy decided={decided} salon={salon} />
    </PanelPart>
  );
}

function useFacts(deal: Deal): Fact[] {
  const { field, dealName, yes, no } = useLateWords().records;
  const salons = useSalonNames();
  const format = useFormat();
  const { contact, currency, isRepeat } = deal;
  const money = (kopecks: number | undefined) => kopecks !== undefined && format.money(kopecks, currency);
  const moment = (at: string | undefined) => at !== undefined && format.second(at);
  return [
    [dealName, deal.name],
    [field.createdDateTime, moment(deal.createdDateTime)],
    [field.revenue, money(deal.revenue)],
    [field.paidAmount, money(deal.paidAmount)],
    [field.cost, money(deal.cost)],
    [field.discount, money(deal.discount)],
    [field.contact, contact?.name],
    [field.phones, contact?.phones.join(', ')],
    [field.emails, contact?.emails.join(', ')],
    [field.manager, nameOf(deal.manager)],
    [field.salon, salons.nameOf(deal.salon)],
    [field.pipeline, deal.pipeline.name],
    [field.senderPipeline, nameOf(deal.senderPipeline)],
    [field.modifiedStageDateTime, moment(deal.modifiedStageDateTime)],
    [field.closedDateTime, moment(deal.closedDateTime)],
    [field.modifiedDateTime, moment(deal.modifiedDateTime)],
    [field.isRepeat, isRepeat !== undefined && (isRepeat ? yes : no)],
    [field.services, namesOf(deal.services)],
    [field.staff, nameOf(deal.staff)],
    [field.tags, namesOf(deal.tags)],
    [field.comments, deal.comments],
    [field.source, deal.source],
    [field.visitorSessionId, deal.visitorSessionId],
    [field.userFields, fieldsOf(deal.userFields)],
    [field.extId, deal.extId],
    [field.id, deal.id],
    [field.warnings, deal.warnings.join(', ')],
  ];
}
