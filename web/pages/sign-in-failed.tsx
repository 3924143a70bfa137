import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/language.tsx';
import { PageHead } from '../parts/page-head.tsx';

export function SignInFailed({ onRetry }: { onRetry: () => void }) {
  const { states } = useWords();
  return (
    <main className="alone">
      <PageHead title={states.signInFailed} about={states.signInFailedAbout} />
      <div>
        <Button look="main" onPress={onRetry}>
          {states.signInAgain}
        </Button>
      </div>
    </main>
  );
}
