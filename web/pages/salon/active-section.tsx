import { useWords } from '../../parts/language.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useForm } from './form.ts';

/** The marker above all others. */
export function ActiveSection() {
  const { fields, active } = useWords().salon;
  const { draft, set, isReadOnly } = useForm();
  return (
    <section className="sheet section section-active">
      <Switch
        label={fields.isActive}
        isSelected={draft.isActive}
        onChange={(isActive) => {
          set({ isActive });
        }}
        about={draft.isActive ? active.on : active.off}
        isReadOnly={isReadOnly}
      />
    </section>
  );
}
