import type { Fact } from './facts.ts';
import type { Random } from './random.ts';
import type { SalonPlan } from './salons.ts';
import { asCamel } from './spellings/camel.ts';
import { asCarried } from './spellings/carried.ts';
import { asForm } from './spellings/form.ts';
import { asPlain } from './spellings/plain.ts';
import { asResource } from './spellings/resource.ts';

/** A body as a sender writes it. A form carries the salon's token in its body, JSON leaves it to a header. */
export type Spelled = { json: object } | { form: string };

/** Writes a fact in one of the ways in which booking systems do. */
export function spelled(random: Random, fact: Fact, salon: SalonPlan): Spelled {
  const ways = [asPlain, asPlain, asCamel, asCarried, asForm] as const;
  const way = fact.kind === 'booking' && random.chance(0.15) ? asResource : random.pick(ways);
  return way(fact, salon);
}
