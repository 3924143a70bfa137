import { beforeEach, describe, expect, it } from '@jest/globals';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

const all = { what: 'replay', salon: 'arbat' } as const;
const outage = () => Object.assign(new Error('later'), { name: 'ThrottlingException' });
const idOf = (line: number) => String(line).padStart(64, '0');

let world: JobWorld;
/** What is thrown at which line. */
let failing: (id: string) => Error | undefined;
let minutesLater: number;
beforeEach(async () => {
  failing = () => undefined;
  minutesLater = 0;
  world = await jobWorld({
    now: () => new Date(Date.now() + minutesLater * 60_000),
    change: (deps) => ({
      ...deps,
      changeLine: (key, change) => {
        const error = failing(key.id);
        return error === undefined ? deps.changeLine(key, change) : Promise.reject(error);
      },
    }),
  });
  for (let line = 0; line < 30; line++) {
    const payload = { event: 'booking.created', data: { id: 1 + line, client: { name: 'Анна' } } };
    await world.handle(anEvent(payload, { eventId: idOf(line), minutesAgo: 100 - line }));
  }
  world.connect({ version: 2 });
});

async function started(): Promise<string> {
  const { id } = await world.create(all);
  await world.start(id);
  return id;
}
/** A sweep, and what it leads to. */
async function swept(): Promise<void> {
  await world.sweep();
  await world.work().catch(() => undefined);
}

describe('A step that fails', () => {
  it('counts what it did before, and leaves no lease', async () => {
    const id = await started();
    failing = (line) => (line === idOf(7) ? outage() : undefined);
    await expect(world.work()).rejects.toThrow('later');
    expect(await world.jobOf(id)).toMatchObject({ state: 'running', lease: 0, counts: { done: 7 } });
    failing = () => undefined;
    await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { done: 30 } });
  });

  it('gives no line up while it is the database that fails', async () => {
    const id = await started();
    failing = outage;
    for (let turn = 0; turn < 20; turn++) await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'running', attempts: 0, counts: {} });
    failing = () => undefined;
    await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { done: 30 } });
  });

  it('passes a line at which the database alone has failed for an hour, and says so', async () => {
    const id = await started();
    failing = (line) => (line === idOf(7) ? outage() : undefined);
    await expect(world.work()).rejects.toThrow('later');
    minutesLater = 59;
    for (let turn = 0; turn < 20; turn++) await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'running', attempts: 0, counts: { done: 7 } });
    minutesLater = 61;
    await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { done: 29, unavailable: 1 } });
    const [delivery] = await world.lines.deliveries('demo', idOf(7));
    expect(delivery?.line.replay).toBe(0);
  });

  it('tries it once more before, and counts each line’s hour by itself', async () => {
    const id = await started();
    failing = (line) => (line === idOf(7) ? outage() : undefined);
    await expect(world.work()).rejects.toThrow('later');
    await swept();
    minutesLater = 61;
    failing = (line) => (line === idOf(20) ? outage() : undefined);
    await swept();
    await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'running', counts: { done: 20 } });
    failing = () => undefined;
    await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { done: 30 } });
  });

  it('holds an erasure, however long the database fails', async () => {
    failing = outage;
    const { id } = await world.create({ what: 'erase', phone: '8 916 123-45-67', again: '8 916 123-45-67' });
    await world.handle(anEvent({ event: 'booking.created', data: { client: { phone: '8 916 123-45-67' } } }));
    await world.start(id);
    for (minutesLater = 0; minutesLater < 200; minutesLater += 30) await swept();
    expect((await world.jobOf(id)).state).toBe('running');
    failing = () => undefined;
    await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { erased: 1 } });
  });

  it('gives up the line that fails whatever is tried, and no other', async () => {
    const id = await started();
    failing = (line) => (line === idOf(7) ? new RangeError('never') : undefined);
    for (let turn = 0; turn < 8; turn++) await swept();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { done: 29, gaveUp: 1 } });
  });
});

describe('A job', () => {
  it('leaves a line that says who has started it, what it does, and when', async () => {
    const id = await started();
    expect(await world.settings.listAudit('demo')).toEqual([]);
    await world.work();
    const { startedAt } = await world.jobOf(id);
    expect(await world.settings.listAudit('demo')).toEqual([
      {
        v: 1,
        at: startedAt,
        subject: 'admin',
        salonKey: 'arbat',
        job: id,
        what: 'job_started',
        version: 1,
        changes: { what: { to: 'replay' } },
      },
    ]);
  });

  it('leaves another that says who has stopped it, once, whether it had started or not', async () => {
    const id = await started();
    await world.stop(id);
    await world.stop(id);
    const { stoppedAt: at } = await world.jobOf(id);
    const line = { v: 1, at, subject: 'admin', salonKey: 'arbat', job: id, what: 'job_stopped', version: 2 };
    expect(await world.settings.listAudit('demo')).toEqual([{ ...line, changes: { what: { to: 'replay' } } }]);
    const { id: other } = await world.create({ what: 'refold' });
    await world.stop(other);
    expect(await world.settings.listAudit('demo')).toMatchObject([{ job: id }, { job: other, what: 'job_stopped' }]);
  });

  it('puts that line when it is asked again, if the first who asked could not', async () => {
    const id = await started();
    const putIf = world.tables.settings.putIf;
    world.tables.settings.putIf = () => Promise.reject(new Error('no answer'));
    await expect(world.stop(id)).rejects.toThrow('no answer');
    world.tables.settings.putIf = putIf;
    expect(await world.stop(id)).toMatchObject({ ok: { state: 'stopping', stoppedBy: 'admin' } });
    expect(await world.settings.listAudit('demo')).toMatchObject([{ what: 'job_stopped', job: id }]);
  });

  it('that is done leaves none by a stop that comes too late', async () => {
    const id = await started();
    await world.work();
    await world.stop(id);
    expect((await world.settings.listAudit('demo')).map(({ what }) => what)).toEqual(['job_started']);
  });

  it('leaves none of whom it erases', async () => {
    await world.run({ what: 'erase', phone: '8 916 123-45-67', again: '8 916 123-45-67' });
    const [line] = await world.settings.listAudit('demo');
    expect(line).toMatchObject({ what: 'job_started', changes: { what: { to: 'erase' } } });
    expect(Object.keys(line!.changes)).toEqual(['what']);
  });
});
