import { useState } from 'react';
import { Button } from './button.tsx';
import { useAnswer, useCabinet } from './cabinet.tsx';
import { useLateWords } from './late-words.ts';

type Revealing = { reveal: 'true' } | Record<string, never>;
const revealing = { reveal: 'true' } as const;

/**
 * Whether persons are shown as they are: to viewers masked, until they ask for them, which leaves a line in the audit. That they
 * asked is kept in the page's memory alone. `onAsked`: they have, just now.
 */
export function useReveal(onAsked?: (query: Revealing) => void) {
  const { me } = useCabinet();
  const isViewer = me.role === 'viewer';
  const accounts = useAnswer('GET /api/accounts', {}, { on: isViewer });
  const [reveal, setReveal] = useState(false);
  const isMasked = isViewer && accounts.data?.items[0]?.maskPersons !== false && !reveal;
  return {
    /** Of the calls that answer persons. */
    query: reveal ? revealing : {},
    isMasked,
    button: isMasked ? (
      <RevealButton
        onPress={() => {
          setReveal(true);
          onAsked?.(revealing);
        }}
      />
    ) : null,
  };
}

function RevealButton({ onPress }: { onPress: () => void }) {
  const { people } = useLateWords();
  return (
    <span className="reveal">
      <Button onPress={onPress}>{people.reveal}</Button>
      <span className="about">{people.revealAbout}</span>
    </span>
  );
}
