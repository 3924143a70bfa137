import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useFailure } from '../../parts/states.tsx';

/** Has a record sent to CoMagic again; for whoever may only look there is nothing. `what`: the record, where it is not seen beside it. */
export function Resend({ record, what }: { record: string; what?: string }) {
  const { refused } = useLateWords().connection;
  const { mayChange } = useCabinet();
  const failure = useFailure();
  const act = useAct('POST /api/jobs', [
    'GET /api/jobs',
    'GET /api/refused',
    'GET /api/requests/{id}',
    'GET /api/deals/{id}',
  ]);
  if (!mayChange) return null;
  return (
    <>
      <Button
        isDisabled={act.isPending}
        {...(what === undefined ? {} : { 'aria-label': `${refused.resend}: ${what}` })}
        onPress={() => {
          act.mutate({ body: { what: 'resend', record } });
        }}
      >
        {refused.resend}
      </Button>
      <span role="status">{act.isSuccess && refused.resent}</span>
      {act.error !== null && <p className="error">{failure(act.error)}</p>}
    </>
  );
}
