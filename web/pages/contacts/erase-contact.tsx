import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { DangerDialog } from '../../parts/danger-dialog.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useAskForJob } from '../problems/help.ts';

/** Asks for the job that erases a contact, and leads to it. */
export function EraseContact({ id }: { id: string }) {
  const { contact } = useLateWords().people;
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
      <DangerDialog
        title={contact.eraseTitle}
        about={contact.eraseAbout}
        does={contact.eraseAsk}
        isOpen={open}
        onClose={close}
        onDo={() => {
          ask({ what: 'erase', contact: id, again: id });
        }}
        isPending={isPending}
        error={error}
      />
    </>
  );
}
