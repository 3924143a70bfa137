import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useAct, useKey } from '../../parts/cabinet.tsx';
import { DangerDialog } from '../../parts/danger-dialog.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import type { Connection } from './draft.ts';

/** Has the key that is kept deleted; without one nothing can be sent, so that sending is switched off with it. */
export function RemoveKey({ connection: { version } }: { connection: Connection }) {
  const { removeKey } = useLateWords().connection;
  const client = useQueryClient();
  const keyOf = useKey();
  const act = useAct('PUT /api/connection');
  const [isOpen, setOpen] = useState(false);
  const open = (next: boolean) => {
    act.reset();
    setOpen(next);
  };
  const remove = () => {
    act.mutate(
      { body: { version, accessKey: null, isOn: false } },
      {
        onSuccess: (saved) => {
          client.setQueryData(keyOf('GET /api/connection', {}), saved);
          open(false);
        },
      },
    );
  };
  return (
    <div>
      <Button
        look="danger"
        onPress={() => {
          open(true);
        }}
      >
        {removeKey.does}
      </Button>
      <DangerDialog
        title={removeKey.title}
        about={removeKey.about}
        does={removeKey.does}
        isOpen={isOpen}
        onClose={() => {
          open(false);
        }}
        onDo={remove}
        isPending={act.isPending}
        error={act.error}
      />
    </div>
  );
}
