import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember } from '../../lib/flow/admin/add-member.ts';
import { removeMember } from '../../lib/flow/admin/remove-member.ts';
import type { Caller } from '../../lib/model/acts.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { anAccount } from '../build/settings.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const caller: Caller = { subject: 'operator', role: 'operator' };
const now = () => new Date('2026-03-20T12:00:00.000Z');

/** The acts on members of a function that dies at its write number `last`, before or after it is done. */
function dying(last: number, done: boolean) {
  const table = stand.tables.settings;
  let writes = 0;
  const deps = {
    now,
    ...settingsStore({
      ...table,
      putIf: async (item, rev) => {
        writes += 1;
        if (writes > last || (writes === last && !done)) throw new Error('dead');
        const put = await table.putIf(item, rev);
        if (writes === last) throw new Error('dead');
        return put;
      },
    }),
  };
  return { add: addMember(deps), remove: removeMember(deps) };
}

/** Whether a subject is admitted; the list of the account must say the same. */
async function isMember(subject: string): Promise<boolean> {
  const admitted = (await stand.settings.findMember(subject)) !== undefined;
  const listed = (await stand.settings.listMembers('demo')).some((member) => member.subject === subject);
  expect(listed).toBe(admitted);
  return admitted;
}

const linesOf = async (member: string) =>
  (await stand.settings.listAudit('demo')).filter((line) => line.member === member).map(({ what }) => what);

const deaths = [1, 2, 3].flatMap((last) => [false, true].map((done) => ({ last, done })));

describe('a function that dies between two writes', () => {
  it.each(deaths)('of an added member leaves list and admission in one mind ($last, $done)', async ({ last, done }) => {
    const subject = `added-${last}-${done}`;
    const call = { caller, account: anAccount(), id: '', query: {}, body: { subject, role: 'viewer' } } as const;
    await expect(dying(last, done).add(call)).rejects.toThrow('dead');
    expect(await isMember(subject)).toBe(last > 2 || (last === 2 && done));
    await stand.ask('POST /api/members', { body: { subject, role: 'viewer' } });
    expect(await isMember(subject)).toBe(true);
    expect(await linesOf(subject)).toEqual(['member_added']);
  });

  it.each(deaths)('of a removed one as well ($last, $done)', async ({ last, done }) => {
    const subject = `removed-${last}-${done}`;
    await stand.ask('POST /api/members', { body: { subject, role: 'viewer' } });
    const call = { caller, account: anAccount(), id: subject, query: {}, body: undefined };
    // Its writes: the line of the save before once more, the name in the account once more, the member, the line.
    await expect(dying(last, done).remove(call)).rejects.toThrow('dead');
    expect(await isMember(subject)).toBe(!(last === 3 && done));
    expect([200, 404]).toContain((await stand.ask('DELETE /api/members/{id}', { id: subject })).status);
    expect(await isMember(subject)).toBe(false);
    expect((await linesOf(subject)).sort()).toEqual(['member_added', 'member_removed']);
  });
});
