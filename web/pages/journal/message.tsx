import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Rest } from '../../parts/rest.tsx';
import { Section } from '../../parts/section.tsx';

/** Shown when it is asked for: it says who somebody is. */
export function Message({ message, reveal }: { message: unknown; reveal: ReactNode }) {
  const { journal } = useLateWords();
  const [open, setOpen] = useState(false);
  if (reveal !== null) return <Section title={journal.message}>{reveal}</Section>;
  if (message === undefined || message === null) return null;
  return (
    <Section title={journal.message}>
      {open ? (
        <Sent message={message} />
      ) : (
        <div>
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            {journal.showMessage}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** What ProfSalon sent, then what was noted with it; a message in another form is shown as it is. */
function Sent({ message }: { message: unknown }) {
  const { journal } = useLateWords();
  const isOurs = typeof message === 'object' && message !== null && 'event' in message;
  if (!isOurs) return <Text what={journal.message} value={message} />;
  const { event, ...kept } = message;
  return (
    <>
      <Text what={journal.message} value={event} />
      <Rest title={journal.kept}>
        <Text what={journal.kept} value={kept} />
      </Rest>
    </>
  );
}

function Text({ what, value }: { what: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <>
      <pre className="message" tabIndex={0} aria-label={what}>
        {text}
      </pre>
      <div>
        <CopyButton text={text} what={what} />
      </div>
    </>
  );
}
