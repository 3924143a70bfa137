import { useDraft } from '../../parts/draft.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { SaveBar } from '../../parts/save-bar.tsx';
import { ConnectionConflict } from './connection-conflict.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { changedIn, draftOf, merged, type Connection } from './draft.ts';
import { useSave } from './use-save.ts';

/** The connection's settings: what is typed stays until it is saved or discarded, whoever else saves meanwhile. */
export function ConnectionForm({ connection, isReadOnly }: { connection: Connection; isReadOnly: boolean }) {
  const { salon } = useLateWords();
  const form = useDraft(connection, { draftOf, changedIn });
  const { base, draft, isDirty, conflict } = form;
  const save = useSave({ onSaved: form.show, onConflict: form.setConflict });
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
        set={form.set}
        error={save.error}
        isReadOnly={isReadOnly}
      />
      {!isReadOnly && (
        <SaveBar
          isShown={isDirty}
          isSaving={save.isPending}
          isSaved={save.isSuccess}
          error={save.error}
          submit={salon.save}
          onReset={() => {
            save.reset();
            form.discard();
          }}
        />
      )}
      {conflict !== undefined && (
        <ConnectionConflict
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
    </form>
  );
}
