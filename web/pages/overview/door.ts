import { parametersOf } from '../../parts/view-in-url.ts';

/** The address of exactly the rows that a number counts. */
export type Door = (list: 'requests' | 'deals', narrowed?: Record<string, string>) => string;

/** Doors of a period and a salon. */
export function doorOf(view: Record<string, string | undefined>): Door {
  return (list, narrowed = {}) => `/${list}?${parametersOf({ ...view, ...narrowed })}`;
}
