import { ConflictDialog, type Side } from '../../parts/conflict-dialog.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { draftOf } from './draft.ts';
import { differencesOf, type Name, type SalonConflict as Conflict } from './merge.ts';
import { useShown } from './shown.ts';

interface SalonConflictProps {
  conflict: Conflict;
  isSaving: boolean;
  onClose: () => void;
  onChosen: (chosen: ReadonlyMap<Name, Side>) => void;
}

/** A save of a salon's settings that came too late. */
export function SalonConflict({ conflict, ...acts }: SalonConflictProps) {
  const { fields, conflict: said } = useLateWords().salon;
  const format = useFormat();
  const shown = useShown();
  const { was, yours, theirs, saved } = conflict;
  const sides = differencesOf(conflict);
  return (
    <ConflictDialog
      {...acts}
      about={
        <>
          {saved !== undefined && said.by(saved.by)} {said.about(format.moment(theirs.updatedAt))}
        </>
      }
      sides={sides}
      differences={[...sides.keys()].map((name) => ({
        name,
        label: fields[name],
        was: shown(name, draftOf(was), was.tokenLast4),
        yours: shown(name, yours),
        theirs: shown(name, draftOf(theirs), theirs.tokenLast4),
      }))}
    />
  );
}
