import type { Session } from '../../api/session.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../parts/language.tsx';

/** The session is over while something is typed and not saved. */
export function Ended({ session }: { session: Session }) {
  const { states } = useWords();
  return (
    <div className="ended" role="alert">
      <span>{states.ended}</span>
      <Button look="main" onPress={() => void session.signInAgain()}>
        {states.signInAgain}
      </Button>
    </div>
  );
}
