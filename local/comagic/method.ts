import type { Held } from './held.ts';
import type { Given, Parameters } from './parameters.ts';

/** What a method acts on. */
export interface Acting {
  held: Held;
  /** Now, as the clocks of the account's zone show it. */
  clock: string;
  timezone: string;
  newId: () => number;
  /** Deals that are not yet loaded. */
  inProcess: () => number;
}

export const componentNames = ['data_api', 'call_tracking', 'upload_offline_messages', 'sales_funnel'] as const;
export type ComponentName = (typeof componentNames)[number];

export interface StandInMethod {
  component: ComponentName;
  parameters: Parameters;
  /** Answers `result`; throws a `Refusal` before anything is changed. */
  act: (given: Given, acting: Acting) => Given;
}

/** Of changes: an empty object. */
export const changed: Given = { data: {} };

const text = { type: 'string' } as const;
export const needed = { type: 'string', required: true } as const;
export const id = { type: 'number' } as const;
export const moment = { type: 'datetime' } as const;
export const named = { ext_id: needed, name: needed } as const;
export const optionalText = text;
export const userFields = { type: 'objects', of: { ext_id: needed, value: needed } } as const;
