import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../../parts/cabinet.tsx';
import { DangerDialog } from '../../parts/danger-dialog.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Section } from '../../parts/section.tsx';
import type { Salon } from './draft.ts';

/** Hides a salon. `onDeleted`: it was. */
export function DeleteSection({ salon, onDeleted }: { salon: Salon; onDeleted: () => void }) {
  const words = useWords();
  const { hooks } = useLateWords();
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
      <DangerDialog
        title={hooks.removeTitle(salon.salonName ?? words.salons.unnamed)}
        about={hooks.removeAbout}
        does={hooks.remove}
        isOpen={open}
        onClose={close}
        onDo={() => {
          act.mutate({ id: salon.id }, { onSuccess: onDeleted });
        }}
        isPending={act.isPending}
        error={act.error}
      />
    </Section>
  );
}
