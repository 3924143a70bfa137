import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useLocation, useSearch } from 'wouter';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useWords } from '../../parts/language.tsx';

interface PanelProps {
  title: string;
  /** The list that it stands beside, which stays as it is looked at. */
  list: 'requests' | 'deals';
  children: ReactNode;
}

/** A record beside its list; its address is its own. */
export function Panel({ title, list, children }: PanelProps) {
  const { states } = useWords();
  const search = useSearch();
  const [, navigate] = useLocation();
  const close = () => {
    navigate(`/${list}${search === '' ? '' : `?${search}`}`);
  };
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="panel">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button look="quiet" icon aria-label={states.close} onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A part of a panel under a name. */
export function PanelPart({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {about !== undefined && <p className="about">{about}</p>}
      {children}
    </section>
  );
}
