import type { CallError } from '../../api/client.ts';
import { DateField } from '../../parts/date-field.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { ConnectionField } from '../../words/codes.ts';
import { useSentence } from '../salon/form.ts';
import type { Connection, Draft } from './draft.ts';
import { RemoveKey } from './remove-key.tsx';

interface ConnectionFieldsProps {
  /** As it is saved. */
  connection: Connection;
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  error: CallError | null;
  isReadOnly: boolean;
}

export function ConnectionFields({ connection, draft, set, error, isReadOnly }: ConnectionFieldsProps) {
  const { connection: said } = useLateWords();
  const sentence = useSentence();
  const last4 = connection.keySet ? (connection.keyLast4 ?? '') : undefined;
  const fault = (field: ConnectionField) => {
    const code = error?.fields[field];
    return code === undefined ? undefined : sentence(field, code);
  };
  return (
    <Section title={said.settings}>
      <Switch
        label={said.fields.isOn}
        isSelected={draft.isOn}
        onChange={(isOn) => {
          set({ isOn });
        }}
        about={said.isOnAbout}
        error={fault('isOn')}
        isReadOnly={isReadOnly}
      />
      <div className="fields">
        <Select
          label={said.fields.apiHost}
          options={(['comagic', 'uiscom'] as const).map((id) => ({ id, name: said.hosts[id] }))}
          value={draft.apiHost}
          onChange={(apiHost) => {
            set({ apiHost });
          }}
          about={said.hostAbout}
          error={fault('apiHost')}
          isDisabled={isReadOnly}
        />
        <DateField
          label={said.fields.startDate}
          value={draft.startDate}
          onChange={(startDate) => {
            set({ startDate });
          }}
          about={said.startAbout}
          error={fault('startDate')}
          isReadOnly={isReadOnly}
        />
      </div>
      <TextField
        label={said.fields.accessKey}
        value={draft.accessKey}
        onChange={(accessKey) => {
          set({ accessKey });
        }}
        about={last4 === undefined ? said.keyNone : said.keyKept(last4)}
        placeholder={last4 === undefined ? '' : `••••••••${last4}`}
        error={fault('accessKey')}
        isReadOnly={isReadOnly}
        name="accessKey"
        code
      />
      {connection.keySet && !isReadOnly && <RemoveKey connection={connection} />}
    </Section>
  );
}
