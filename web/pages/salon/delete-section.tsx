import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../../parts/cabinet.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useFailure } from '../../parts/states.tsx';
import type { Salon } from './draft.ts';

/** Hides a salon. `onDeleted`: it was. */
export function DeleteSection({ salon, onDeleted }: { salon: Salon; onDeleted: () => void }) {
  const words = useWords();
  const { hooks } = useLateWords();
  const failure = useFailure();
  const [open, setOpen] = useState(false);
  const act = useAct('DELETE /api/salons/{id}', ['GET /api/salons']);
  const close = () => {
    setOpen(false);
  };
  return (
    <Section title={hooks.removeSection} about={hooks.removeAbout}>
      <div>
        <Button
          look="danger"
          onPress={() => {
            setOpen(true);
          }}
        >
          {hooks.remove}
        </Button>
      </div>
      <Dialog
        title={hooks.removeTitle(salon.salonName ?? words.salons.unnamed)}
        isOpen={open}
        onClose={close}
        foot={
          <>
            <Button onPress={close}>{words.states.cancel}</Button>
            <Button
              look="danger"
              isDisabled={act.isPending}
              onPress={() => {
                act.mutate({ id: salon.id }, { onSuccess: onDeleted });
              }}
            >
              {hooks.remove}
            </Button>
          </>
        }
      >
        <p>{hooks.removeAbout}</p>
        {act.isError && <Notice tone="bad">{failure(act.error)}</Notice>}
      </Dialog>
    </Section>
  );
}
