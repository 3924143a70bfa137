import { useState } from 'react';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { useUnsaved } from '../../parts/unsaved.ts';
import { SaveBar } from '../salon/save-bar.tsx';
import { ConnectionConflict } from './connection-conflict.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { changedIn, draftOf, merged, type Conflict, type Connection } from './draft.ts';
import { useSave } from './use-save.ts';

/** The connection's settings: what is typed stays until it is saved or discarded, whoever else saves meanwhile. */
export function ConnectionForm({ connection, isReadOnly }: { connection: Connection; isReadOnly: boolean }) {
  const { salon } = useLateWords();
  const failure = useFailure();
  const [base, setBase] = useState(connection);
  const [draft, setDraft] = useState(() => draftOf(connection));
  const [conflict, setConflict] = useState<Conflict>();
  const isDirty = changedIn(draftOf(base), draft).length > 0;
  useUnsaved(isDirty);
  const show = (saved: Connection) => {
    setBase(saved);
    setDraft(draftOf(saved));
    setConflict(undefined);
  };
  if (!isDirty && connection.version > base.version) show(connection);
  const save = useSave({ onSaved: show, onConflict: setConflict });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.run(base, draft);
      }}
    >
      <ConnectionFields
        connection={connection}
        draft={draft}
        set={(change) => {
          setDraft((known) => ({ ...known, ...change }));
        }}
        error={save.error}
        isReadOnly={isReadOnly}
      />
      {save.error !== null && <Notice tone="bad">{failure(save.error)}</Notice>}
      {!isReadOnly && (
        <SaveBar
          isShown={isDirty}
          isSaving={save.isPending}
          isSaved={save.isSuccess}
          submit={salon.save}
          onReset={() => {
            save.reset();
            setDraft(draftOf(base));
          }}
        />
      )}
      {conflict !== undefined && (
        <ConnectionConflict
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
    </form>
  );
}
