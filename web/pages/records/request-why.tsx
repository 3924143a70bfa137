import { useCatalogNames } from '../../parts/catalog-names.ts';
import { Chip } from '../../parts/chip.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { DecidedBy } from './decided-by.tsx';
import { PanelPart } from './panel.tsx';
import { steps } from './records-view.ts';
import type { RequestShown } from './request-shown.ts';

/** The step by which a request found its source, what it rests on, and why the steps before it did not. */
export function RequestWhy({ request }: { request: RequestShown }) {
  const { records } = useLateWords();
  const { why, step: names } = records;
  const said = useSaid(request);
  const hit = request.attribution.step;
  return (
    <PanelPart id="why" title={why.title}>
      <ol className="why">
        {steps
          .filter((step) => step !== 'none' || hit === 'none')
          .map((step) => (
            <li key={step} {...(step === hit ? { 'data-hit': true } : {})}>
              <strong>{names[step]}</strong>
              <span>
                {said(step)} {step === hit && hit !== 'none' && <Chip tone="good">{why.hit}</Chip>}
              </span>
            </li>
          ))}
      </ol>
      {request.hidden.length > 0 && (
        <p>
          {records.isHidden}: {request.hidden.map((reason) => records.hidden[reason]).join('; ')}.
        </p>
      )}
      <DecidedBy decided={request.decided} salon={request.salon} />
    </PanelPart>
  );
}

type Step = (typeof steps)[number];

function useSaid(request: RequestShown): (step: Step) => string {
  const { why } = useLateWords().records;
  const catalog = useCatalogNames();
  const { attribution, visitorSessionId, campaignId, sourceId, siteId } = request;
  const place = steps.indexOf(attribution.step);
  const byDefault = () =>
    campaignId === undefined
      ? why.source(catalog.source(sourceId) ?? '', catalog.site(siteId) ?? '')
      : why.campaign(
          [catalog.campaign(campaignId), catalog.site(siteId)].filter((name) => name !== undefined).join(', '),
        );
  const hits: Record<Step, () => string> = {
    session: () => why.session(visitorSessionId ?? ''),
    booking: () => why.hit,
    utm: () => why.hit,
    contact: () => why.hit,
    default: byDefault,
    none: () => why.none,
  };
  const misses: Record<Step, string> = {
    session: why.noSession,
    booking: why.notYet,
    utm: why.notYet,
    contact: why.notYet,
    default: why.noDefault,
    none: why.none,
  };
  return (step) => {
    if (step === attribution.step) return hits[step]();
    return steps.indexOf(step) < place ? misses[step] : why.notNeeded;
  };
}
