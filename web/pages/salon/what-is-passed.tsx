import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';

/** Which data becomes ours, for whoever asks before they connect. */
export function WhatIsPassed() {
  const { what } = useLateWords().salon;
  return (
    <Disclosure className="sheet section disclosure">
      <Heading level={2}>
        <Button slot="trigger" className="disclosure-button">
          {what.title}
          <Icon name="chevron" />
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        <List title={what.deals} items={what.dealItems} />
        <List title={what.requests} items={what.requestItems} />
      </DisclosurePanel>
    </Disclosure>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div className="list">
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
