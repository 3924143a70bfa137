import { ConflictDialog, type Side } from '../../parts/conflict-dialog.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import type { ConnectionField } from '../../words/codes.ts';
import { differencesOf, draftOf, type ConnectionConflict as Conflict, type Draft } from './draft.ts';

interface ConnectionConflictProps {
  conflict: Conflict;
  isSaving: boolean;
  onClose: () => void;
  onChosen: (chosen: ReadonlyMap<ConnectionField, Side>) => void;
}

/** A save of the connection that came too late. */
export function ConnectionConflict({ conflict, ...acts }: ConnectionConflictProps) {
  const { salon, connection } = useLateWords();
  const format = useFormat();
  const shown = useShown();
  const { was, yours, theirs, saved } = conflict;
  const sides = differencesOf(conflict);
  return (
    <ConflictDialog
      {...acts}
      about={saved && `${salon.conflict.by(saved.by)} ${salon.conflict.about(format.moment(saved.at))}`}
      sides={sides}
      differences={[...sides.keys()].map((name) => ({
        name,
        label: connection.fields[name],
        was: shown(name, draftOf(was), was.keyLast4),
        yours: shown(name, yours),
        theirs: shown(name, draftOf(theirs), theirs.keyLast4),
      }))}
    />
  );
}

/** A field's value as people read it; `last4`: of the key that is kept, which the form does not hold. */
function useShown(): (name: ConnectionField, draft: Draft, last4?: string) => string {
  const { salon, connection } = useLateWords();
  const { empty, yes, no } = salon.conflict;
  return (name, { isOn, apiHost, accessKey, startDate }, last4) => {
    const key = last4 === undefined ? empty : connection.keyEnding(last4);
    return {
      isOn: isOn ? yes : no,
      apiHost: connection.hosts[apiHost],
      accessKey: accessKey === '' ? key : connection.keyNew,
      startDate: startDate === '' ? empty : startDate,
    }[name];
  };
}
