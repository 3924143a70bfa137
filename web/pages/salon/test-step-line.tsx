import type { Answer } from '../../api/client.ts';
import { useFormat } from '../../parts/format.ts';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { recordPath } from '../records/paths.ts';

type Step = Answer<'GET /api/salons/{id}/test'>['steps'][number];

/** A step of a test: how far it is, since when, and where to see what it made. */
export function TestStepLine({ step }: { step: Step }) {
  const { test } = useLateWords();
  const format = useFormat();
  const said = useSaid();
  const { state, at } = step;
  const about = said(step);
  return (
    <li className="step" data-done={state === 'done'} data-state={state}>
      <span className="step-mark" role="img" aria-label={test.states[state]}>
        {state === 'done' && <Icon name="check" size={14} />}
        {(state === 'failed' || state === 'ignored') && <Icon name="close" size={14} />}
      </span>
      <div>
        <strong>{test.steps[step.step]}</strong>
        {at !== undefined && <time dateTime={at}>{format.second(at)}</time>}
        {about !== undefined && <p className="about">{about}</p>}
        <Where step={step} />
      </div>
    </li>
  );
}

/** The record that a step has made, and its line of the journal. */
function Where({ step: { step, state, at, event, record } }: { step: Step }) {
  const { test } = useLateWords();
  if (event === undefined || at === undefined) return null;
  const list = step === 'request' ? 'requests' : 'deals';
  return (
    <p className="row">
      {state === 'done' && record !== undefined && <Link to={recordPath(list, record)}>{test.open}</Link>}
      <Link to={`/journal/${encodeURIComponent(event)}`}>{test.where}</Link>
    </p>
  );
}

/** What has become of a step, where more is to be said than its state. */
function useSaid(): (step: Step) => string | undefined {
  const { test, faults } = useLateWords();
  return ({ step, state, reason }) => {
    if (state === 'waiting') return test.waiting;
    if (reason !== undefined) return test.ignored(faults.reasons[reason]);
    if (state === 'failed') return test.notSent;
    return step === 'request' || step === 'deal' ? test.made[step] : undefined;
  };
}
