import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';

/** A text of somebody else's, which may run from right to left. */
export function Told({ children }: { children: string | undefined }) {
  return children === undefined ? null : <bdi title={children}>{children}</bdi>;
}

/** Whether persons are shown as they are. A viewer asks for it, which leaves a line of the audit; it is kept in no address. */
export function useReveal() {
  const { mayChange } = useCabinet();
  const [reveal, setReveal] = useState(false);
  return {
    query: reveal ? ({ reveal: 'true' } as const) : {},
    button:
      mayChange || reveal ? null : (
        <RevealButton
          onPress={() => {
            setReveal(true);
          }}
        />
      ),
  };
}

function RevealButton({ onPress }: { onPress: () => void }) {
  const { records } = useLateWords();
  return (
    <span title={records.revealAbout}>
      <Button onPress={onPress}>{records.reveal}</Button>
    </span>
  );
}
