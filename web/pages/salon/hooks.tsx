import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';
import { CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useAnswer, useCabinet, useKey } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useFormat } from '../../parts/format.ts';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFailure } from '../../parts/states.tsx';
import { Switch } from '../../parts/switch.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import type { Salon } from './draft.ts';

/** The webhook URLs that a salon has had, and a new one in the place of the present; `children`: what else can be done with it. */
export function Hooks({ salon, children }: { salon: Salon; children: ReactNode }) {
  const { hooks } = useLateWords();
  const { mayChange } = useCabinet();
  const [open, setOpen] = useState(false);
  const [rotated, setRotated] = useState(false);
  const known = useAnswer('GET /api/salons/{id}/hooks', { id: salon.id });
  const items = known.data?.items ?? [];
  return (
    <>
      {rotated && (
        <Notice tone="warn">
          <span role="status">{hooks.rotated}</span>
        </Notice>
      )}
      {items.length > 1 && <HooksTable items={items} />}
      <div className="row">
        {children}
        {mayChange && (
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            <Icon name="rotate" size={16} />
            {hooks.rotate}
          </Button>
        )}
      </div>
      {open && (
        <RotateDialog
          salon={salon}
          onClose={() => {
            setOpen(false);
          }}
          onRotated={() => {
            setOpen(false);
            setRotated(true);
          }}
        />
      )}
    </>
  );
}

type Hook = Answer<'GET /api/salons/{id}/hooks'>['items'][number];

function HooksTable({ items }: { items: readonly Hook[] }) {
  const { hooks } = useLateWords();
  const format = useFormat();
  const id = useId();
  const { columns } = hooks;
  return (
    <div>
      <h3 id={id}>{hooks.history}</h3>
      <table className="table table-small" aria-labelledby={id}>
        <TableHead columns={[columns.url, columns.since, columns.state]} />
        <tbody>
          {items.map((hook) => (
            <tr key={`${hook.last4} ${hook.createdAt}`}>
              <th scope="row" data-label={columns.url}>
                <code>…{hook.last4}</code>
              </th>
              <td data-label={columns.since}>{format.moment(hook.createdAt)}</td>
              <td data-label={columns.state}>
                <HookState hook={hook} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HookState({ hook: { endsAt } }: { hook: Hook }) {
  const { hooks } = useLateWords();
  const format = useFormat();
  if (endsAt === undefined) return <Chip tone="good">{hooks.current}</Chip>;
  if (Date.parse(endsAt) > Date.now()) return <Chip tone="warn">{hooks.until(format.moment(endsAt))}</Chip>;
  return <Chip tone="calm">{hooks.ended(format.moment(endsAt))}</Chip>;
}

interface RotateDialogProps {
  salon: Salon;
  onClose: () => void;
  onRotated: () => void;
}

function RotateDialog({ salon, onClose, onRotated }: RotateDialogProps) {
  const { states } = useWords();
  const { hooks } = useLateWords();
  const failure = useFailure();
  const client = useQueryClient();
  const keyOf = useKey();
  const [revokeNow, setRevokeNow] = useState(false);
  const act = useAct('POST /api/salons/{id}/rotate-hook', ['GET /api/salons/{id}/hooks', 'GET /api/salons/{id}']);
  const rotate = () => {
    act.mutate(
      { id: salon.id, body: { version: salon.version, revokeNow } },
      {
        onSuccess: (changed) => {
          client.setQueryData(keyOf('GET /api/salons/{id}', { id: salon.id }), changed);
          onRotated();
        },
        onError: () => void client.invalidateQueries({ queryKey: keyOf('GET /api/salons/{id}') }),
      },
    );
  };
  const isStale = act.error instanceof CallError && act.error.code === 'version_conflict';
  return (
    <Dialog
      title={hooks.rotateTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{states.cancel}</Button>
          <Button look="main" onPress={rotate} isDisabled={act.isPending}>
            {hooks.rotate}
          </Button>
        </>
      }
    >
      <p>{hooks.rotateAbout}</p>
      <Switch label={hooks.revokeNow} about={hooks.revokeAbout} isSelected={revokeNow} onChange={setRevokeNow} />
      {act.isError && <Notice tone="bad">{isStale ? hooks.changed : failure(act.error)}</Notice>}
    </Dialog>
  );
}
