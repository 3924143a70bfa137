import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, isConflict, type Answer } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useUnsaved } from '../../parts/unsaved.ts';
import { FieldsTable } from './fields-table.tsx';
import { changesIn, rowsOf, withName, type FieldMap, type Row } from './names.ts';
import { NameDialog } from './name-dialog.tsx';

interface FieldsFormProps {
  salon: Answer<'GET /api/salons/{id}'>;
  seen: Answer<'GET /api/salons/{id}/fields'>;
}

/** All fields with their names; a name is saved with the others, when that is wanted. */
export function FieldsForm({ salon, seen }: FieldsFormProps) {
  const { fields } = useLateWords();
  const { mayChange } = useCabinet();
  const [draft, setDraft] = useState<FieldMap>(salon.fieldMap);
  const [named, setNamed] = useState<Row>();
  const [only, setOnly] = useState(false);
  const save = useSaveNames(salon);
  const changes = changesIn(salon.fieldMap, draft);
  useUnsaved(changes > 0);
  const rows = rowsOf(seen.items, draft).filter(({ field, taught }) => !only || isUnread(field, taught));
  return (
    <>
      <div className="list-head">
        <span className="soft">
          {fields.seen(seen.deliveries)} {seen.cut && fields.cut}
        </span>
        <Switch label={fields.only} isSelected={only} onChange={setOnly} />
      </div>
      {rows.length === 0 && <p className="about">{fields.onlyNone}</p>}
      {rows.length > 0 && <FieldsTable rows={rows} onName={mayChange ? setNamed : undefined} />}
      {save.said !== undefined && changes === 0 && <Notice tone="bad">{save.said}</Notice>}
      {save.isSuccess && changes === 0 && (
        <Notice tone="calm">
          <span role="status">{fields.saved}</span>
        </Notice>
      )}
      {changes > 0 && (
        <NamesBar
          changes={changes}
          failure={save.said}
          isSaving={save.isPending}
          onReset={() => {
            setDraft(salon.fieldMap);
          }}
          onSave={() => {
            save.run(draft);
          }}
        />
      )}
      {named !== undefined && (
        <NameDialog
          row={named}
          onClose={() => {
            setNamed(undefined);
          }}
          onNamed={(as) => {
            setDraft(withName(draft, named.path, as));
            setNamed(undefined);
          }}
        />
      )}
    </>
  );
}

function isUnread(field: Row['field'], taught: Row['taught']): boolean {
  return field !== undefined && !field.known && taught === undefined;
}

interface NamesBarProps {
  changes: number;
  failure: string | undefined;
  isSaving: boolean;
  onReset: () => void;
  onSave: () => void;
}

function NamesBar({ changes, failure, isSaving, onReset, onSave }: NamesBarProps) {
  const { fields, salon } = useLateWords();
  return (
    <div className="save-bar">
      {failure !== undefined && <Notice tone="bad">{failure}</Notice>}
      <span className="save-about">{fields.changed(changes)}</span>
      <Button look="quiet" onPress={onReset} isDisabled={isSaving}>
        {salon.reset}
      </Button>
      <Button look="main" onPress={onSave} isDisabled={isSaving}>
        {isSaving ? salon.saving : fields.save}
      </Button>
    </div>
  );
}

/** Saves the names in the place of those of a version of the salon; after somebody else's save that is the new one. */
function useSaveNames(salon: FieldsFormProps['salon']) {
  const { fields } = useLateWords();
  const failure = useFailure();
  const client = useQueryClient();
  const keyOf = useKey();
  const act = useAct('PUT /api/salons/{id}', ['GET /api/salons', 'GET /api/salons/{id}/fields']);
  // After somebody else's save the next one names the version that is being read.
  const isRead = useIsFetching({ queryKey: keyOf('GET /api/salons/{id}', { id: salon.id }) }) === 0;
  return {
    isPending: act.isPending || (act.isError && !isRead),
    isSuccess: act.isSuccess,
    said: saidOf(act.error),
    run: (fieldMap: FieldMap) => {
      act.mutate(
        { id: salon.id, body: { version: salon.version, fieldMap } },
        {
          onSuccess: (saved) => client.setQueryData(keyOf('GET /api/salons/{id}', { id: salon.id }), saved),
          onError: () => void client.invalidateQueries({ queryKey: keyOf('GET /api/salons/{id}') }),
        },
      );
    },
  };

  function saidOf(error: Error | null): string | undefined {
    if (error === null) return undefined;
    if (isConflict(error)) return fields.conflict;
    const code = error instanceof CallError ? error.code : 'internal';
    return code === 'invalid_request' || code === 'invalid_settings' ? fields.refused : failure(error);
  }
}
