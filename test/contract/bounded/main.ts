import { form, type Sent } from '../door.ts';
import { aTelling, E } from '../told.ts';

/**
 * Tells a salon one hostile delivery in a process of its own, so that its heap can be bounded from outside. Prints what became
 * of it, and seconds of the processor.
 */
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const fields = (count: number) => Object.fromEntries(many(count, (at) => [`f${at}`, 1] as const));
const inQuery = (count: number) => many(count, (at) => `f${at}=1`).join('&');
const wrong = { 'x-salon-token': 'another-token' };
const booking = (data: object) => E('booking.updated', { id: 5, ...data });

const deliveries: Record<string, Sent> = {
  'fields × empty events': { headers: wrong, body: { ...fields(3000), events: many(3000, () => ({})) } },
  'fields × events': {
    body: { ...fields(3000), event: 'deal.updated', events: many(100, (at) => ({ data: { id: at + 1 } })) },
  },
  'form × payload': {
    headers: { ...form, ...wrong },
    body: `${inQuery(3000)}&payload=${encodeURIComponent(JSON.stringify(many(3000, () => ({}))))}`,
  },
  'form × events': {
    headers: { ...form, ...wrong },
    body: `${inQuery(3000)}${many(3000, (at) => `&events[${at}][a]=1`).join('')}`,
  },
  'lists × lists': {
    body: { ...fields(3000), events: many(100, () => ({ event: 'deal.updated', data: many(100, () => ({ id: 1 })) })) },
  },
  'envelope × objects': { body: { ...fields(3000), event: 'deal.updated', data: many(3000, () => ({})) } },
  'long key × leaves': { body: booking({ ['k'.repeat(100_000)]: many(9000, () => ({ a: 1 })) }) },
  'long key × names': {
    body: booking({ ['k'.repeat(90_000)]: Object.fromEntries(many(9000, (at) => [`a${at}`, 1] as const)) }),
  },
  'blanks in phones': {
    body: booking({ client: { phones: many(780, () => `${'1'.repeat(10)}${' '.repeat(80)}#${' '.repeat(155)}x`) } }),
  },
  'good phones': { body: booking({ client: { phones: many(14_000, (at) => String(9_161_000_000 + at)) } }) },
  'good phones in a text': { body: booking({ phone: many(14_000, (at) => String(79_161_000_000 + at)).join(',') }) },
};

const salon = aTelling();
const began = process.cpuUsage();
const { status, events } = await salon.post(deliveries[process.argv[2] ?? ''] ?? {});
await salon.work();
const cpu = process.cpuUsage(began);
const lines = (await salon.lines()).map((line) => line.status);
const result = {
  status,
  events: events.length,
  lines: [...new Set(lines)],
  seconds: (cpu.user + cpu.system) / 1_000_000,
};
process.stdout.write(JSON.stringify(result));
