import { useState, type ReactNode } from 'react';
import { useDraft } from '../../parts/draft.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { ApplyToStored, choicesBetween, type Choices } from './apply-to-stored.tsx';
import { SalonConflict } from './conflict.tsx';
import { changedIn, draftOf, type Salon } from './draft.ts';
import { FormFrame } from './form-frame.tsx';
import { faultsOf } from './form.ts';
import { merged } from './merge.ts';
import { PreviewDialog } from './preview.tsx';
import { usePreview } from './use-preview.ts';
import { useSave } from './use-save.ts';

/** The settings of a connected salon: what is typed stays until it is saved or discarded, whoever else saves meanwhile. */
export function SalonForm({ salon, isReadOnly, children }: { salon: Salon; isReadOnly: boolean; children: ReactNode }) {
  const { salon: said } = useLateWords();
  const form = useDraft(salon, { draftOf, changedIn });
  const { base, draft, isDirty, conflict } = form;
  const [choices, setChoices] = useState<Choices>();
  const preview = usePreview();
  const save = useSave({
    onSaved: (saved, before) => {
      form.show(saved);
      preview.reset();
      setChoices(choicesBetween(before, saved));
    },
    onConflict: form.setConflict,
  });
  const error = save.error ?? preview.error;
  const reset = () => {
    save.reset();
    preview.reset();
    form.discard();
  };
  return (
    <>
      <FormFrame
        form={{ draft, set: form.set, faults: faultsOf(error), isReadOnly }}
        salon={salon}
        error={error}
        isSaving={save.isPending}
        bar={{
          isShown: isDirty,
          submit: said.save,
          onReset: reset,
          onPreview: () => {
            preview.run(base, draft);
          },
          isLooking: preview.isPending,
          isSaved: save.isSuccess,
        }}
        foot={!isDirty && choices !== undefined && <ApplyToStored salon={salon.id} choices={choices} />}
        onSave={() => {
          preview.reset();
          save.run(base, draft);
        }}
      >
        {children}
      </FormFrame>
      {preview.previewed !== undefined && <PreviewDialog previewed={preview.previewed} onClose={preview.close} />}
      {conflict !== undefined && (
        <SalonConflict
          key={conflict.theirs.version}
          conflict={conflict}
          isSaving={save.isPending}
          onClose={() => {
            form.setConflict(undefined);
          }}
          onChosen={(chosen) => {
            const next = merged(conflict, chosen);
            form.goOnFrom(conflict.theirs, next);
            save.run(conflict.theirs, next);
          }}
        />
      )}
    </>
  );
}
