import type { ReactNode } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { recordPath } from '../records/paths.ts';
import type { Salon } from './draft.ts';
import { useFirstDelivery } from './first-delivery.ts';

/** What is left to do until a salon is connected: each step ticks itself, the last one when something has come. */
export function Guide({ salon }: { salon: Salon | undefined }) {
  const { guide } = useLateWords().salon;
  const delivery = useFirstDelivery(salon?.id);
  const isDone = {
    access: hasAccess(salon),
    settings: isSet(salon),
    hook: delivery.isSeen,
    first: delivery.isAccepted,
  };
  const all = Object.values(isDone).every((step) => step);
  return (
    <section className="sheet section guide" aria-labelledby="guide">
      <h2 id="guide">{all ? guide.done : guide.title}</h2>
      <ol className="steps">
        <Step isDone={isDone.access} title={guide.marketplace}>
          {guide.marketplaceAbout}
        </Step>
        <Step isDone={isDone.settings} title={guide.settings}>
          <LeftToSet salon={salon} />
        </Step>
        <Step
          isDone={isDone.hook}
          title={guide.hook}
          act={salon !== undefined && !isDone.hook && <CopyButton text={salon.webhookUrl} what={guide.hookUrl} />}
        >
          {guide.hookAbout}
        </Step>
        <Step isDone={isDone.first} title={guide.first} isLive act={<Made entities={delivery.made} />}>
          {delivery.said ?? (salon === undefined ? guide.firstLater : guide.firstWait)}
        </Step>
      </ol>
      {delivery.isAccepted && (
        <p className="about">
          {salon?.sendRequests === true && guide.where.requests} {salon?.sendDeals === true && guide.where.deals}
        </p>
      )}
    </section>
  );
}

/** What there is to do about the settings. */
function LeftToSet({ salon }: { salon: Salon | undefined }) {
  const { guide, problems } = useLateWords().salon;
  const wrong = salon?.problems.length ?? 0;
  return wrong > 0 ? problems(wrong) : guide.settingsAbout;
}

/** Where to see what a delivery has made. */
function Made({ entities }: { entities: ReturnType<typeof useFirstDelivery>['made'] }) {
  const { guide } = useLateWords().salon;
  return entities.map(({ type, id }) => (
    <div key={`${type} ${id}`}>
      <Link to={recordPath(type === 'request' ? 'requests' : 'deals', id)}>{guide.open[type]}</Link>
    </div>
  ));
}

interface StepProps {
  isDone: boolean;
  title: string;
  isLive?: boolean;
  /** What can be done about it. */
  act?: ReactNode;
  children: ReactNode;
}

function Step({ isDone, title, isLive = false, act, children }: StepProps) {
  const { guide } = useLateWords().salon;
  return (
    <li className="step" data-done={isDone}>
      <span className="step-mark" role="img" aria-label={isDone ? guide.stepDone : guide.stepOpen}>
        {isDone && <Icon name="check" size={14} />}
      </span>
      <div>
        <strong>{title}</strong>
        <p className="about" {...(isLive ? { role: 'status' } : {})}>
          {children}
        </p>
        {act}
      </div>
    </li>
  );
}

function hasAccess(salon: Salon | undefined): boolean {
  if (salon === undefined) return false;
  return (salon.tokenSet || !salon.requireToken) && salon.salonId !== undefined && salon.salonLogin !== undefined;
}

function isSet(salon: Salon | undefined): boolean {
  if (salon === undefined) return false;
  return salon.isActive && (salon.sendRequests || salon.sendDeals) && salon.problems.length === 0;
}
