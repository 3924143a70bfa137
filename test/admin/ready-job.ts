import type { Job } from '../../lib/model/job.ts';

/** A job that has told what it would do. */
export function aReadyJob(): Job {
  return {
    v: 1,
    id: '1773756345000',
    what: 'replay',
    accountKey: 'demo',
    salonKey: 'arbat',
    filter: { status: 'failed', warned: true },
    lines: [{ id: 'a'.repeat(64), receivedAt: '2026-03-17T14:05:45.000Z' }],
    by: 'admin',
    createdAt: '2026-03-17T14:05:45.000Z',
    number: 1773756345000,
    until: '2026-03-17T14:05:45.000Z',
    state: 'ready',
    cursor: '',
    reach: '',
    attempts: 0,
    lease: 0,
    counts: {},
    forecast: {
      lines: 1,
      more: false,
      outcomes: { done: 1 },
      records: { created: 0, changed: 1, removed: 0, unchanged: 0 },
      changes: [{ type: 'deal', id: 'arbat.d.771904', effect: 'changed', fields: ['name'] }],
    },
  };
}
