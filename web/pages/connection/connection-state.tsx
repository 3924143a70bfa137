import { Chip } from '../../parts/chip.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import type { Connection } from './draft.ts';

const tones = { off: 'calm', on: 'good', stopped: 'bad' } as const;

/** Whether records are sent, in a word. */
export function ConnectionState({ connection: { isOn, status } }: { connection: Connection }) {
  const { state: said } = useLateWords().connection;
  const state = !isOn ? 'off' : status.stopped === undefined ? 'on' : 'stopped';
  return <Chip tone={tones[state]}>{said[state]}</Chip>;
}
