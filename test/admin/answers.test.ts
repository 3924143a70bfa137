import { describe, expect, it } from '@jest/globals';
import type { RouteAct } from '../../lib/model/acts.ts';

describe('what an act answers', () => {
  it('is what its route says: another answer does not compile', () => {
    const known: RouteAct<'GET /api/me'> = () => Promise.resolve({ ok: { subject: 'anna', role: 'viewer' } });
    // @ts-expect-error: a caller without a role
    const less: RouteAct<'GET /api/me'> = () => Promise.resolve({ ok: { subject: 'anna' } });
    // @ts-expect-error: no such role
    const other: RouteAct<'GET /api/me'> = () => Promise.resolve({ ok: { subject: 'anna', role: 'owner' } });
    // @ts-expect-error: a page of deals is none of salons
    const page: RouteAct<'GET /api/salons'> = () => Promise.resolve({ ok: { items: [{ id: 'arbat.d.1' }] } });
    expect([known, less, other, page]).toHaveLength(4);
  });
});
