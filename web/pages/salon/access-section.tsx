import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { TextSetting } from './setting.tsx';

/** What ProfSalon's marketplace shows: token, salon ID, salon login. `last4`: of the token that is kept. */
export function AccessSection({ last4 }: { last4: string | undefined }) {
  const { access } = useLateWords().salon;
  return (
    <Section title={access.title} about={access.about}>
      <div className="fields">
        <TextSetting
          name="token"
          about={last4 === undefined ? access.tokenNone : access.tokenKept(last4)}
          placeholder={last4 === undefined ? '' : `••••••••${last4}`}
          code
        />
        <TextSetting name="salonId" code />
        <TextSetting name="salonLogin" code />
        <TextSetting name="salonName" about={access.nameAbout} />
      </div>
    </Section>
  );
}
