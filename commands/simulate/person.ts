import type { Client, Way } from './facts.ts';
import type { Random } from './random.ts';

const names = ['Екатерина Смирнова', 'Марина', 'Дмитрий Орлов', 'Анна Котова', 'Ольга', 'Алёна Ким'] as const;

/** Some leave neither a phone nor an e-mail. */
export function clientOf(random: Random, n: number): Client {
  const digits = String(1_000_000 + ((n * 7919) % 8_999_999)).padStart(7, '0');
  const reachable = !random.chance(0.05);
  return {
    id: String(90_000 + n),
    name: random.pick(names),
    phone: reachable ? `+7916${digits}` : undefined,
    email: reachable && random.chance(0.4) ? `client.${n}@example.ru` : undefined,
  };
}

const origins = {
  widget: ['widget', 'online', 'виджет', 'онлайн'],
  desk: ['Администратор', 'Звонок'],
} as const;

/** What every event of a visit says of where it came from. */
export function evidenceOf(random: Random, way: Way, n: number): { origin?: string; session?: string } {
  if (way === 'session') return { session: String(14_783_000_000 + n) };
  return way === 'unsaid' ? {} : { origin: random.pick(origins[way]) };
}
