import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Select } from '../../parts/select.tsx';
import { useFaultOf, useForm } from './form.ts';
import { MarkerSetting, TextSetting } from './setting.tsx';
import { TaughtWords } from './taught-words.tsx';

const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, name: id }));

/** What most salons never touch. */
export function MoreSection() {
  const { fields, more } = useLateWords().salon;
  const { draft, set, isReadOnly, faults } = useForm();
  const fault = useFaultOf();
  const isWrong = ['requireToken', 'timezone', 'currency', 'stageTypes', 'bookingStatuses'].some(
    (name) => name in faults,
  );
  return (
    <Disclosure className="sheet section disclosure" defaultExpanded={isWrong} key={String(isWrong)}>
      <Heading level={2}>
        <Button slot="trigger" className="disclosure-button">
          {more.title}
          <Icon name="chevron" />
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        <MarkerSetting name="requireToken" about={more.requireToken} />
        <div className="fields">
          <Select
            label={fields.timezone}
            options={
              zones.some(({ id }) => id === draft.timezone)
                ? zones
                : [{ id: draft.timezone, name: draft.timezone }, ...zones]
            }
            value={draft.timezone}
            onChange={(timezone) => {
              set({ timezone });
            }}
            about={more.timezone}
            error={fault('timezone')}
            isDisabled={isReadOnly}
            search
          />
          <TextSetting name="currency" about={more.currency} code />
        </div>
        <TaughtWords
          title={fields.stageTypes}
          about={more.stageTypes}
          rows={draft.stageTypes}
          meanings={more.stage}
          first="in_process"
          onChange={(stageTypes) => {
            set({ stageTypes });
          }}
          error={fault('stageTypes')}
        />
        <TaughtWords
          title={fields.bookingStatuses}
          about={more.bookingStatuses}
          rows={draft.bookingStatuses}
          meanings={more.status}
          first="new"
          onChange={(bookingStatuses) => {
            set({ bookingStatuses });
          }}
          error={fault('bookingStatuses')}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}
