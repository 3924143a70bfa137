import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/language.tsx';
import { Empty } from '../parts/states.tsx';

export function SignInFailed({ onRetry }: { onRetry: () => void }) {
  const { states } = useWords();
  return (
    <main className="alone">
      <Empty
        title={states.signInFailed}
        action={
          <Button look="main" onPress={onRetry}>
            {states.signInAgain}
          </Button>
        }
      >
        {states.signInFailedAbout}
      </Empty>
    </main>
  );
}
