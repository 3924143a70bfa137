import { useCabinet } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useLateWords } from '../../parts/late-words.ts';

type Component = 'offlineRequests' | 'endToEndAnalytics';

/** The component of the account that a transfer needs, and whether the account has it. */
export function ComponentState({ component, name }: { component: Component; name: string }) {
  const said = useLateWords().salon.component;
  const { account } = useCabinet().me;
  const has = account?.components.includes(component) ?? false;
  return (
    <p className="component">
      <span>
        {said.title}: {name}
      </span>
      <Chip tone={has ? 'good' : 'bad'}>{has ? said.there : said.missing}</Chip>
    </p>
  );
}
