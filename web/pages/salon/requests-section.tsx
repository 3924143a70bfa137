import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { ComponentState } from './component-state.tsx';
import { Defaults } from './defaults.tsx';
import { useForm } from './form.ts';
import { MarkerSetting } from './setting.tsx';

/** Передача заявок, and what requests without a session are put down to. */
export function RequestsSection() {
  const { fields, requests } = useLateWords().salon;
  const { draft, set, isReadOnly } = useForm();
  const isSource = draft.attributeTo === 'source';
  return (
    <Section title={requests.title}>
      <MarkerSetting name="sendRequests" about={requests.send} />
      <ComponentState component="offlineRequests" name={requests.component} />
      <Switch
        label={fields.attributeTo}
        isSelected={isSource}
        onChange={(on) => {
          set({ attributeTo: on ? 'source' : 'campaign' });
        }}
        about={
          <>
            {requests.attribute} <strong>{isSource ? requests.source : requests.campaign}</strong>.
          </>
        }
        isReadOnly={isReadOnly}
      />
      <Defaults />
      <div className="fields">
        <div>
          <Select
            label={fields.requestsFrom}
            options={[
              { id: 'any', name: requests.from.any },
              { id: 'widget', name: requests.from.widget },
            ]}
            value={draft.requestsFrom}
            onChange={(requestsFrom) => {
              set({ requestsFrom });
            }}
            about={requests.fromAbout}
            isDisabled={isReadOnly}
          />
        </div>
      </div>
    </Section>
  );
}
