import { Button } from '../../parts/button.tsx';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { filterOf, useAskForJob, type Problem } from './help.ts';

/** What helps against a problem: a job, or other settings; for whoever may only look there is nothing. */
export function ProblemHelp({ problem }: { problem: Problem }) {
  const { mayChange } = useCabinet();
  const { act, salon, reason } = problem;
  if (!mayChange || salon === undefined) return null;
  if (reason === 'invalid_token') return <Settings salon={salon} />;
  if (act === undefined) return null;
  if (act === 'rechoose') return <Rechoose salon={salon} />;
  return (
    <>
      {reason in namedFirst && <ToFields salon={salon} />}
      <Replay salon={salon} problem={problem} />
    </>
  );
}

/** What is missing may stand in a field that is not read: it is named before the replay. */
const namedFirst: Partial<Record<Problem['reason'], true>> = { unknown_event: true, no_id: true };

function ToFields({ salon }: { salon: string }) {
  const { problems } = useLateWords().jobs;
  return (
    <p>
      <Link to={`/salons/${salon}/fields`}>{problems.toFields}</Link>
    </p>
  );
}

function Replay({ salon, problem }: { salon: string; problem: Problem }) {
  const { problems } = useLateWords().jobs;
  const { ask, isPending, error } = useAskForJob();
  return (
    <>
      <Button
        isDisabled={isPending}
        onPress={() => {
          ask({ what: 'replay', salon, filter: filterOf(problem) });
        }}
      >
        {problems.replay}
      </Button>
      <Refused error={error} />
    </>
  );
}

/** What was left out by a choice comes back by another one, which is made in the settings first. */
function Rechoose({ salon }: { salon: string }) {
  const { problems } = useLateWords().jobs;
  const settings = useAnswer('GET /api/salons/{id}', { id: salon });
  const { ask, isPending, error } = useAskForJob();
  const requestsFrom = settings.data?.requestsFrom;
  if (requestsFrom !== 'any') return <Settings salon={salon} />;
  return (
    <>
      <Button
        isDisabled={isPending}
        onPress={() => {
          ask({ what: 'rechoose', salon, choices: { requestsFrom } });
        }}
      >
        {problems.rechoose}
      </Button>
      <Refused error={error} />
    </>
  );
}

function Settings({ salon }: { salon: string }) {
  const { problems } = useLateWords().jobs;
  return <Link to={`/salons/${salon}`}>{problems.toSettings}</Link>;
}

function Refused({ error }: { error: Error | null }) {
  const failure = useFailure();
  return error === null ? null : <Notice tone="bad">{failure(error)}</Notice>;
}
