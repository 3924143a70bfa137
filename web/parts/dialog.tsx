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
  wide?: boolean;
  /** Nothing in it can be pressed: then it is scrolled by the keyboard itself. */
  isText?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, foot, wide = false, isText = false }: DialogProps) {
  const { states } = useWords();
  const onOpenChange = (open: boolean) => {
    if (!open) onClose();
  };
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
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
