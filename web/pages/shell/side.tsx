import { Link as Leading, useRoute } from 'wouter';
import { Button } from '../../parts/button.tsx';
import { useCabinet } from '../../parts/cabinet.tsx';
import { Icon, type IconName } from '../../parts/icons.tsx';
import { useWords } from '../../parts/language.tsx';
import { AccountChoice } from './account-choice.tsx';
import { Brand } from './brand.tsx';
import { Preferences } from './preferences.tsx';

const groups = [
  [
    { name: 'salons', to: '/salons' },
    { name: 'overview', to: '/overview' },
    { name: 'requests', to: '/requests' },
    { name: 'deals', to: '/deals' },
    { name: 'pipelines', to: '/pipelines' },
    { name: 'reconcile', to: '/reconcile' },
  ],
  [
    { name: 'search', to: '/find' },
    { name: 'problems', to: '/problems' },
    { name: 'journal', to: '/journal' },
    { name: 'jobs', to: '/jobs' },
    { name: 'contacts', to: '/contacts' },
    { name: 'managers', to: '/managers' },
  ],
  [
    { name: 'catalog', to: '/catalog' },
    { name: 'connection', to: '/connection' },
    { name: 'members', to: '/members' },
    { name: 'audit', to: '/audit' },
    { name: 'accounts', to: '/accounts' },
  ],
] as const satisfies readonly (readonly { name: IconName; to: string }[])[];

/** Sections, account, preferences. `onLeave`: a section was chosen. */
export function Side({ onLeave }: { onLeave?: () => void }) {
  const { nav, shell } = useWords();
  const { me, mayChange, session } = useCabinet();
  const isFor = (name: IconName) =>
    name === 'accounts' ? me.role === 'operator' : mayChange || (name !== 'members' && name !== 'audit');
  return (
    <>
      <div className="side-head">
        <Brand />
        {onLeave !== undefined && (
          <Button look="quiet" icon aria-label={nav.close} onPress={onLeave}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <AccountChoice />
      <nav className="nav" aria-label={nav.label}>
        {me.account !== undefined &&
          groups.map((sections) => (
            <div key={sections[0].name} className="nav-group">
              {sections
                .filter(({ name }) => isFor(name))
                .map(({ name, to }) => (
                  <Section key={name} name={name} to={to} onPress={onLeave} />
                ))}
            </div>
          ))}
      </nav>
      <div className="side-foot">
        <Preferences />
        <div className="person">
          <Icon name="user" />
          <span>{shell.roles[me.role]}</span>
          <Button look="quiet" onPress={session.signOut}>
            {shell.signOut}
          </Button>
        </div>
      </div>
    </>
  );
}

function Section({
  name,
  to,
  onPress,
}: {
  name: (typeof groups)[number][number]['name'];
  to: string;
  onPress?: (() => void) | undefined;
}) {
  const { nav } = useWords();
  const [here] = useRoute(`${to}/*?`);
  return (
    <Leading to={to} className="nav-link" onClick={onPress} {...(here ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={name} />
      {nav[name]}
    </Leading>
  );
}
