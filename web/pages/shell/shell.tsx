import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useWords } from '../../parts/language.tsx';
import { Side } from './side.tsx';
import { Brand } from './brand.tsx';

/** The frame of every page: where one is, who one is, and how the page speaks and looks. */
export function Shell({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { shell, nav } = useWords();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {shell.skip}
      </a>
      <aside className="side">
        <Side />
      </aside>
      <header className="bar">
        <Brand />
        <Button
          look="quiet"
          icon
          aria-label={nav.menu}
          onPress={() => {
            setOpen(true);
          }}
        >
          <Icon name="menu" />
        </Button>
      </header>
      <ModalOverlay className="overlay" isOpen={open} onOpenChange={setOpen} isDismissable>
        <Modal className="drawer">
          <AriaDialog className="dialog side" aria-label={nav.menu}>
            <Side
              onLeave={() => {
                setOpen(false);
              }}
            />
          </AriaDialog>
        </Modal>
      </ModalOverlay>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
