import { useLateWords } from '../../parts/late-words.ts';
import { PanelPart } from './panel.tsx';

/** A name and a text, or nothing to say. */
export type Fact = readonly [name: string, text: string | undefined | false];

/** All that is known, of what is known. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const { records } = useLateWords();
  return (
    <PanelPart id="about" title={records.about}>
      <dl className="ids">
        {facts.map(([name, text]) =>
          text === undefined || text === false || text === '' ? null : (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
    </PanelPart>
  );
}

interface Named {
  id?: string | undefined;
  name?: string | undefined;
}

export function nameOf(said: Named | undefined): string | undefined {
  return said?.name ?? said?.id;
}

export function namesOf(said: readonly Named[]): string {
  return said.flatMap((one) => nameOf(one) ?? []).join(', ');
}

/** `source: yandex, medium: cpc`. */
export function pairsOf(said: Record<string, string | undefined> | undefined): string {
  return Object.entries(said ?? {})
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
    .join(', ');
}

/** Custom fields by their names. */
export function fieldsOf(
  said: readonly { id: string; name?: string | undefined; value?: string | undefined }[],
): string {
  return said.flatMap(({ id, name, value }) => (value === undefined ? [] : [`${name ?? id}: ${value}`])).join('; ');
}
