import { workerDeps } from '../functions/wiring/worker-deps.ts';
import { crossDeal } from '../lib/flow/cross-deal.ts';
import { recordEvent } from '../lib/flow/record-event.ts';
import { noCounts } from './units/counted-table.ts';
import { countedTables } from './units/sides.ts';
import { anEvent } from '../test/flow/tell.ts';

const late = process.argv[2] === 'late';
const sum = (m: Map<string, number>) => [...m.values()].reduce((a, b) => a + b, 0);
async function deal(bookings: number, deals = 10) {
  const counts = noCounts();
  const tables = countedTables(counts);
  const account = { v: 1, key: 'demo', name: 'x', timezone: 'Europe/Moscow', components: ['offlineRequests', 'endToEndAnalytics'], hmacSecret: Buffer.alloc(32, 7).toString('base64'), createdAt: '2026-01-01T00:00:00.000Z' };
  await tables.settings.putIf({ pk: 'accounts', sk: 'demo', rev: '1', v: 1, body: JSON.stringify(account) }, undefined);
  const queue: any[] = [];
  const deps = workerDeps(tables, { onLargeSet: () => undefined, sendCrossing: async (c) => { queue.push(c); } });
  const handle = (m: any) => recordEvent(deps)(m, JSON.stringify(m));
  const cross = async () => { for (const c of queue.splice(0)) await crossDeal(deps)(c); };
  let n = 0;
  const client = { id: 90001, name: 'Екатерина Олова', phone: '+79161000037', email: 'client1@example.ru' };
  const dealEvent = () => anEvent('deal.updated', { id: '771904', name: 'Абонемент на 10 посещений', amount: 100 * ++n, updated_at: new Date(Date.UTC(2026, 2, 10) + n * 1000).toISOString(), pipeline: { id: 1, name: 'Записи' }, stage: { id: 10, name: 'Новая запись', type: 'in_process', order: 10 }, contact: client, manager: { id: 12, name: 'Ольга' } });
  const bookingEvent = (b: number) => anEvent('booking.updated', { id: String(500000 + b), deal_id: '771904', status: 'confirmed', amount: ++n, updated_at: new Date(Date.UTC(2026, 2, 10) + n * 1000).toISOString(), client });
  for (let i = 0; i < deals; i++) await handle(dealEvent());
  for (let b = 0; b < bookings; b++) { await handle(bookingEvent(b)); if (!late) await cross(); }
  await cross();
  async function cost(of: () => any) {
    const m = of();
    Object.assign(counts, noCounts());
    const began = process.cpuUsage();
    await handle(m);
    const { user, system } = process.cpuUsage(began);
    return { calls: counts.calls, writes: sum(counts.writes), reads: sum(counts.reads), kinds: JSON.stringify([[...counts.writes],[...counts.reads]]), cpu: (user + system) / 1000 };
  }
  async function costs(of: () => any) {
    const all = []; for (let i = 0; i < 20; i++) all.push(await cost(of));
    const c = all.map((x) => x.cpu).sort((a, b) => a - b);
    return { ...all[0], cpu: (c[9]! + c[10]!) / 2 };
  }
  return { booking: await costs(() => bookingEvent(0)), deal: await costs(dealEvent) };
}
console.log(20, await deal(20));
console.log(1000, await deal(1000));
console.log('1000 deal events', await deal(1, 1000));
