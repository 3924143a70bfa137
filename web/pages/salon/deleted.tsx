import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../parts/button.tsx';
import { useAct, useKey } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useFailure } from '../../parts/states.tsx';
import type { Salon } from './draft.ts';

/** In the place of a salon that was just deleted. `onRestored`: it is there again. */
export function Deleted({ salon, onRestored }: { salon: Salon; onRestored: () => void }) {
  const words = useWords();
  const { hooks } = useLateWords();
  const failure = useFailure();
  const client = useQueryClient();
  const keyOf = useKey();
  const act = useAct('POST /api/salons/{id}/restore', ['GET /api/salons', 'GET /api/salons/{id}/hooks']);
  const restore = () => {
    act.mutate(
      { id: salon.id },
      {
        onSuccess: (restored) => {
          client.setQueryData(keyOf('GET /api/salons/{id}', { id: salon.id }), restored);
          onRestored();
        },
      },
    );
  };
  return (
    <>
      <PageHead title={hooks.removed(salon.salonName ?? words.salons.unnamed)} about={hooks.removedAbout} />
      {act.isError && <Notice tone="bad">{failure(act.error)}</Notice>}
      <div className="row">
        <Button look="main" onPress={restore} isDisabled={act.isPending}>
          {hooks.restore}
        </Button>
        <Link to="/salons">{words.states.toSalons}</Link>
      </div>
    </>
  );
}
