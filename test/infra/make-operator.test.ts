import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeOperator } from '../../infra/commands/make-operator.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { startEngine, type Engine } from '../store/engine.ts';

let engine: Engine;
let settings: ReturnType<typeof settingsStore>;
let at: string;

beforeAll(async () => {
  engine = await startEngine();
  settings = settingsStore(engine.table('settings'));
});
afterAll(() => engine.stop());

const make = (subject: string, email?: string) =>
  makeOperator({ changeMember: settings.changeMember, now: () => new Date(at) }, { subject, email });
const linesOf = async (subject: string) => (await settings.listAudit('-')).filter(({ member }) => member === subject);

describe('The command that makes an operator', () => {
  it('makes one, with an audit line of its own that names no e-mail', async () => {
    at = '2026-03-01T09:00:00.000Z';
    await make('sub-1', 'anna@example.com');
    expect(await settings.findMember('sub-1')).toMatchObject({
      role: 'operator',
      email: 'anna@example.com',
      version: 1,
    });
    expect((await settings.findMember('sub-1'))?.accountKey).toBeUndefined();
    expect(await linesOf('sub-1')).toEqual([
      {
        v: 1,
        at,
        subject: 'create-operator',
        member: 'sub-1',
        what: 'member_added',
        version: 1,
        changes: { role: { to: 'operator' }, email: {} },
      },
    ]);
  });

  it('leaves one who is an operator as it is, without a second line', async () => {
    at = '2026-03-02T09:00:00.000Z';
    await make('sub-1', 'other@example.com');
    const member = await settings.findMember('sub-1');
    expect(member).toMatchObject({ email: 'anna@example.com', createdAt: '2026-03-01T09:00:00.000Z' });
    expect(await linesOf('sub-1')).toHaveLength(1);
  });

  it('takes no member out of an account', async () => {
    const member = { v: 1, subject: 'sub-2', accountKey: 'demo', role: 'admin', createdAt: at } as const;
    await settings.saveMember(member);
    await expect(make('sub-2')).rejects.toThrow('sub-2 is a member of an account: remove it there first');
    expect(await settings.findMember('sub-2')).toEqual(member);
    expect(await linesOf('sub-2')).toEqual([]);
  });

  it('makes one of a member who was removed, in the next version', async () => {
    const removed = { v: 1, subject: 'sub-3', accountKey: 'demo', role: 'admin', createdAt: at, version: 4 } as const;
    await settings.changeMember('demo', 'sub-3', () => ({ value: { ...removed, removedAt: at } }));
    await make('sub-3');
    expect(await settings.findMember('sub-3')).toMatchObject({ role: 'operator', version: 5 });
    expect(await settings.listMembers('-')).toHaveLength(2);
    expect(await linesOf('sub-3')).toMatchObject([{ what: 'member_added', version: 5 }]);
  });
});
