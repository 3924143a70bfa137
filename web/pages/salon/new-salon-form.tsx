import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAct, useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { forgetUnsaved, useUnsaved } from '../../parts/unsaved.ts';
import { bodyOf, changedIn, newDraft, settingNames, type Salon } from './draft.ts';
import { FormFrame } from './form-frame.tsx';
import { faultsOf } from './form.ts';

/** Connects a salon, then shows it with its webhook URL. */
export function NewSalonForm() {
  const { me } = useCabinet();
  const { salon: said } = useLateWords();
  const [start] = useState(() => newDraft(me.account));
  const [draft, setDraft] = useState(start);
  const create = useAct('POST /api/salons', ['GET /api/salons']);
  const isDirty = changedIn(start, draft).length > 0;
  useUnsaved(isDirty);
  const show = useShow();
  const save = () => {
    create.mutate({ body: bodyOf(draft, settingNames) }, { onSuccess: show });
  };
  return (
    <FormFrame
      form={{
        draft,
        set: (change) => {
          setDraft((known) => ({ ...known, ...change }));
        },
        faults: faultsOf(create.error),
        isReadOnly: false,
      }}
      salon={undefined}
      error={create.error}
      isSaving={create.isPending}
      bar={{ isShown: true, submit: said.create, onReset: undefined, isSaved: false }}
      onSave={save}
    />
  );
}

function useShow(): (salon: Salon) => void {
  const client = useQueryClient();
  const keyOf = useKey();
  const [, navigate] = useLocation();
  return (salon) => {
    client.setQueryData(keyOf('GET /api/salons/{id}', { id: salon.id }), salon);
    forgetUnsaved();
    navigate(`/salons/${salon.id}`);
  };
}
