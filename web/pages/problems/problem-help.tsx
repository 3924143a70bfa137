import { Button } from '../../parts/button.tsx';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { WhereMended } from '../journal/where-mended.tsx';
import { filterOf, useAskForJob, type Problem } from './help.ts';

/** What helps against a problem: a job, or other settings; for whoever may only look there is nothing. */
export function ProblemHelp({ problem }: { problem: Problem }) {
  const { mayChange } = useCabinet();
  const { act, salon, reason } = problem;
  if (!mayChange || salon === undefined) return null;
  return (
    <div className="helps">
      <WhereMended salon={salon} reason={reason} />
      {act === 'replay' && <Replay salon={salon} problem={problem} />}
      {act === 'rechoose' && <Rechoose salon={salon} />}
    </div>
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
      <Failure error={error} />
    </>
  );
}

/** What was left out by a choice comes back by another one, which is made in the settings first. */
function Rechoose({ salon }: { salon: string }) {
  const { problems } = useLateWords().jobs;
  const settings = useAnswer('GET /api/salons/{id}', { id: salon });
  const { ask, isPending, error } = useAskForJob();
  const requestsFrom = settings.data?.requestsFrom;
  if (requestsFrom !== 'any') return null;
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
      <Failure error={error} />
    </>
  );
}
