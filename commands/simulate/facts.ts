/** What a salon tells: facts in plain values, before anybody spells them. Times are milliseconds, money whole kopecks. */
export type Act = 'created' | 'updated' | 'cancelled' | 'deleted' | 'restored';
export type Status = 'new' | 'confirmed' | 'came' | 'paid' | 'cancelled';

export interface Client {
  id: string;
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
}

export interface Stage {
  id: string;
  name: string;
  type: 'in_process' | 'success' | 'failed';
  order: number;
}

/** One event. What is absent is not said. */
export interface Fact {
  kind: 'booking' | 'deal';
  act: Act;
  id: string;
  /** When it happened; of a creation also when the record was created. */
  at: number;
  client?: Client | undefined;
  origin?: string | undefined;
  session?: string | undefined;
  amount?: number | undefined;
  comment?: string | undefined;
  status?: Status | undefined;
  startsAt?: number | undefined;
  dealId?: string | undefined;
  bookingId?: string | undefined;
  title?: string | undefined;
  paid?: number | undefined;
  stage?: Stage | undefined;
  /** Whether this event moved the deal into its stage. */
  moved?: boolean | undefined;
  manager?: { id: string; name: string } | undefined;
}

/** A visit of a client: everything that is told of one booking, one deal, or both that belong together. */
export interface Visit {
  /** Which salon, by its place. */
  salon: number;
  /** Whether it is told while the salon does not pass on requests yet. */
  early: boolean;
  bookingId?: string | undefined;
  dealId?: string | undefined;
  way: Way;
  facts: Fact[];
}

/** How the client came: by the widget, by a visit to the site that has a session, by the desk; or nothing says. */
export type Way = 'widget' | 'session' | 'desk' | 'unsaid';

export const pipeline = { id: '1', name: 'Записи' } as const;
export const stages = {
  booked: { id: '10', name: 'Новая запись', type: 'in_process', order: 10 },
  confirmed: { id: '20', name: 'Запись подтверждена', type: 'in_process', order: 20 },
  paid: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
  lost: { id: '50', name: 'Отказ', type: 'failed', order: 50 },
} as const satisfies Record<string, Stage>;
