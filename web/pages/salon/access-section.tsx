import { useWords } from '../../parts/language.tsx';
import { Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFaultOf, useForm } from './form.ts';

/** What ProfSalon's marketplace shows: token, salon ID, salon login. `last4`: of the token that is kept. */
export function AccessSection({ last4 }: { last4: string | undefined }) {
  const { fields, access } = useWords().salon;
  const { draft, set, isReadOnly } = useForm();
  const fault = useFaultOf();
  return (
    <Section title={access.title} about={access.about}>
      <div className="fields">
        <TextField
          label={fields.token}
          value={draft.token}
          onChange={(token) => {
            set({ token });
          }}
          about={last4 === undefined ? access.tokenNone : access.tokenKept(last4)}
          placeholder={last4 === undefined ? '' : `••••••••${last4}`}
          error={fault('token')}
          isReadOnly={isReadOnly}
          name="token"
          code
        />
        <TextField
          label={fields.salonId}
          value={draft.salonId}
          onChange={(salonId) => {
            set({ salonId });
          }}
          error={fault('salonId')}
          isReadOnly={isReadOnly}
          name="salonId"
          code
        />
        <TextField
          label={fields.salonLogin}
          value={draft.salonLogin}
          onChange={(salonLogin) => {
            set({ salonLogin });
          }}
          error={fault('salonLogin')}
          isReadOnly={isReadOnly}
          name="salonLogin"
          code
        />
        <TextField
          label={fields.salonName}
          value={draft.salonName}
          onChange={(salonName) => {
            set({ salonName });
          }}
          about={access.nameAbout}
          error={fault('salonName')}
          isReadOnly={isReadOnly}
          name="salonName"
        />
      </div>
    </Section>
  );
}
