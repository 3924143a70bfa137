import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';
import { useWords } from './language.tsx';

interface DangerDialogProps {
  title: string;
  /** What will be gone. */
  about: string;
  /** What is done, on the button that does it. */
  does: string;
  isOpen: boolean;
  onClose: () => void;
  onDo: () => void;
  isPending: boolean;
  /** Why it was not done. */
  error: unknown;
}

/** Asks before something is taken away. */
export function DangerDialog({ title, about, does, isOpen, onClose, onDo, isPending, error }: DangerDialogProps) {
  const { states } = useWords();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{states.cancel}</Button>
          <Button look="danger" isDisabled={isPending} onPress={onDo}>
            {does}
          </Button>
        </>
      }
    >
      <p>{about}</p>
      <Failure error={error} />
    </Dialog>
  );
}
