import { useId, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../../parts/cabinet.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSentence } from './sentence.ts';

type Account = Answer<'GET /api/accounts'>['items'][number];
type Component = Account['components'][number];

const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, name: id }));
const components = ['offlineRequests', 'endToEndAnalytics'] as const satisfies readonly Component[];

interface Draft {
  name: string;
  timezone: string;
  components: Component[];
  maskPersons: boolean;
}
const fresh: Draft = { name: '', timezone: 'Europe/Moscow', components: [...components], maskPersons: true };

/** Creates an account, or changes one. */
export function AccountDialog({ account, onClose }: { account: Account | undefined; onClose: () => void }) {
  const { states } = useWords();
  const { accounts } = useLateWords();
  const [draft, setDraft] = useState(() => (account === undefined ? fresh : draftOf(account)));
  const create = useAct('POST /api/accounts', ['GET /api/accounts']);
  const save = useAct('PUT /api/accounts/{id}', ['GET /api/accounts']);
  const error = create.error ?? save.error;
  const run = () => {
    if (account === undefined) create.mutate({ body: draft }, { onSuccess: onClose });
    else save.mutate({ id: account.id, body: { ...draft, version: account.version } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={account === undefined ? accounts.createTitle : accounts.editTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{states.cancel}</Button>
          <Button look="main" isDisabled={create.isPending || save.isPending} onPress={run}>
            {account === undefined ? accounts.create : accounts.save}
          </Button>
        </>
      }
    >
      <Fields draft={draft} onChange={setDraft} faults={error?.fields ?? {}} />
      <Failure error={error} />
    </Dialog>
  );
}

function draftOf({ name, timezone, components: known, maskPersons }: Account): Draft {
  return { name, timezone, components: [...known], maskPersons };
}

interface FieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  faults: Record<string, string>;
}

function Fields({ draft, onChange, faults }: FieldsProps) {
  const { accounts } = useLateWords();
  const sentence = useSentence();
  return (
    <div className="form wide">
      <TextField
        label={accounts.name}
        value={draft.name}
        onChange={(name) => {
          onChange({ ...draft, name });
        }}
        error={sentence(faults['name'])}
      />
      <Select
        label={accounts.timezone}
        options={zones}
        value={draft.timezone}
        onChange={(timezone) => {
          onChange({ ...draft, timezone });
        }}
        about={accounts.timezoneAbout}
        error={sentence(faults['timezone'])}
        search
      />
      <Components
        chosen={draft.components}
        onChange={(chosen) => {
          onChange({ ...draft, components: chosen });
        }}
      />
      <Switch
        label={accounts.maskPersons}
        about={accounts.maskAbout}
        isSelected={draft.maskPersons}
        onChange={(maskPersons) => {
          onChange({ ...draft, maskPersons });
        }}
      />
    </div>
  );
}

interface ComponentsProps {
  chosen: readonly Component[];
  onChange: (chosen: Component[]) => void;
}

/** What the account has in CoMagic, and what cannot be sent without it. */
function Components({ chosen, onChange }: ComponentsProps) {
  const { accounts } = useLateWords();
  const id = useId();
  return (
    <div className="form" role="group" aria-labelledby={id}>
      <h3 id={id}>{accounts.componentsTitle}</h3>
      {components.map((component) => (
        <Switch
          key={component}
          label={accounts.components[component]}
          about={accounts.componentAbout[component]}
          isSelected={chosen.includes(component)}
          onChange={(isOn) => {
            const others = chosen.filter((known) => known !== component);
            onChange(isOn ? [...others, component] : others);
          }}
        />
      ))}
    </div>
  );
}
