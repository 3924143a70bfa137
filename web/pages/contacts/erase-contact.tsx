import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { useAskForJob } from '../problems/help.ts';

/** Asks for the job that erases a contact, and leads to it. */
export function EraseContact({ id }: { id: string }) {
  const { states } = useWords();
  const { contact } = useLateWords().people;
  const failure = useFailure();
  const [open, setOpen] = useState(false);
  const { ask, isPending, error } = useAskForJob();
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        look="danger"
        onPress={() => {
          setOpen(true);
        }}
      >
        {contact.erase}
      </Button>
      <Dialog
        title={contact.eraseTitle}
        isOpen={open}
        onClose={close}
        foot={
          <>
            <Button onPress={close}>{states.cancel}</Button>
            <Button
              look="danger"
              isDisabled={isPending}
              onPress={() => {
                ask({ what: 'erase', contact: id, again: id });
              }}
            >
              {contact.eraseAsk}
            </Button>
          </>
        }
      >
        <p>{contact.eraseAbout}</p>
        {error !== null && <Notice tone="bad">{failure(error)}</Notice>}
      </Dialog>
    </>
  );
}
