import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import { useWords } from './language.tsx';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons below. */
  foot?: ReactNode;
  /** `panel`: at the side, as high as the window. */
  look?: 'usual' | 'wide' | 'panel';
  /** Nothing in it can be pressed: then it is scrolled by the keyboard itself. */
  isText?: boolean;
}

const classes = { usual: 'modal', wide: 'modal modal-wide', panel: 'panel' };

export function Dialog({ title, isOpen, onClose, children, foot, look = 'usual', isText = false }: DialogProps) {
  const { states } = useWords();
  const onOpenChange = (open: boolean) => {
    if (!open) onClose();
  };
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={classes[look]}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button look="quiet" icon aria-label={states.close} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          <div className="dialog-body" {...(isText ? { tabIndex: 0 } : {})}>
            {children}
          </div>
          {foot !== undefined && <footer className="dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
