import { useState, type ReactNode } from 'react';
import { useLateWords } from '../../parts/late-words.ts';
import { useUnsaved } from '../../parts/unsaved.ts';
import { ConflictDialog } from './conflict.tsx';
import { changedIn, draftOf, type Salon } from './draft.ts';
import { FormFrame } from './form-frame.tsx';
import { faultsOf } from './form.ts';
import { merged, type Conflict } from './merge.ts';
import { useSave } from './use-save.ts';

/** The settings of a connected salon: what is typed stays until it is saved or discarded, whoever else saves meanwhile. */
export function SalonForm({ salon, isReadOnly, children }: { salon: Salon; isReadOnly: boolean; children: ReactNode }) {
  const { salon: said } = useLateWords();
  const [base, setBase] = useState(salon);
  const [draft, setDraft] = useState(() => draftOf(salon));
  const [conflict, setConflict] = useState<Conflict>();
  const isDirty = changedIn(draftOf(base), draft).length > 0;
  useUnsaved(isDirty);

  const show = (saved: Salon) => {
    setBase(saved);
    setDraft(draftOf(saved));
    setConflict(undefined);
  };
  if (!isDirty && salon.version > base.version) show(salon);
  const save = useSave({ onSaved: show, onConflict: setConflict });
  const reset = () => {
    save.reset();
    setDraft(draftOf(base));
  };
  return (
    <>
      <FormFrame
        form={{
          draft,
          set: (change) => {
            setDraft((known) => ({ ...known, ...change }));
          },
          faults: faultsOf(save.error),
          isReadOnly,
        }}
        salon={salon}
        error={save.error}
        isSaving={save.isPending}
        bar={{ isShown: isDirty, submit: said.save, onReset: reset, isSaved: save.isSuccess }}
        onSave={() => {
          save.run(base, draft);
        }}
      >
        {children}
      </FormFrame>
      {conflict !== undefined && (
        <ConflictDialog
          key={conflict.theirs.version}
          conflict={conflict}
          isSaving={save.isPending}
          onClose={() => {
            setConflict(undefined);
          }}
          onChosen={(chosen) => {
            const next = merged(conflict, chosen);
            setBase(conflict.theirs);
            setDraft(next);
            save.run(conflict.theirs, next);
          }}
        />
      )}
    </>
  );
}
