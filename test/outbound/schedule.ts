import { setImmediate as turn } from 'node:timers/promises';
import { drain } from '../../lib/flow/outbound/drain.ts';
import type { OutboundMessageDeps } from '../../lib/flow/outbound/outbound-message.ts';
import type { CallDataApi } from '../../lib/model/data-api.ts';
import type { SetRef, SetRow } from '../../lib/model/event-set.ts';
import { outbound } from '../../lib/store/outbound.ts';
import type { Table, Unmarkable } from '../../lib/store/table.ts';
import type { Fault } from '../../local/comagic/stand-in.ts';
import { randomFrom, type Random } from '../convergence/random.ts';
import { eachCall } from '../store/each-call.ts';
import { present } from '../../lib/model/present.ts';
import {
  aSession,
  bookingRow,
  bookingSet,
  dealOf,
  dealRow,
  dealSet,
  minute,
  origin,
  outboundWorld,
  requestOf,
  writerOf,
} from './world.ts';

type Records = Table & Unmarkable;

/** The protocol with one of its safeguards taken away. */
export interface Removal {
  /** Of the table as workers see it. */
  writing?: (table: Records) => Records;
  /** Of what sending is done with, made anew for each who sends. */
  sending?: (deps: OutboundMessageDeps) => OutboundMessageDeps;
  noSweep?: boolean;
}

const second = 1000;
/** How long one who sends lives (ms). */
const life = 300 * second;
const settleMs = 200 * second;
const leaseMs = life + settleMs;
/** Little a minute; at times, little a day. */
const tariffOf = (random: Random) => ({ minute: 5, day: random.chance(0.3) ? 20 : 100_000 });
const mostTicks = 4000;

interface Event {
  set: SetRef;
  row: SetRow;
}
interface Fact {
  id: string;
  at: number;
  order: number;
  stage: string | undefined;
  amount: number;
  phone: string;
  /** None: it says nothing of it; null: that there is none. */
  comment: string | null | undefined;
}

/** One whose calls are let through one by one; what it has not called by its end is never done. */
interface Actor {
  event?: Event;
  born: number;
  calls: { run: () => Promise<unknown>; answer: (value: unknown) => void; fail: (error: unknown) => void }[];
  isOver: boolean;
}

/** Writers and senders in disorder: crashes between any two calls, events in any order and twice, an index that lags, a receiver that is down, late or does not answer. Answers what is wrong. */
export async function outboundSchedule(seed: number, removal: Removal = {}): Promise<string[]> {
  const random = randomFrom(seed);
  const story = storyOf(random);
  const chaos = { on: true };
  let down: [number, number] = [-1, -1];
  const world = await outboundWorld({
    remote: {
      tariff: tariffOf(random),
      fault: () => (chaos.on ? faultOf(random, (world.clock.now - origin) / second, down) : 'none'),
      lateMs: () => second * (1 + random.below(settleMs / second - 2)),
      refuses: ({ ext_id }) => (story.bad.has(String(ext_id)) ? 'invalid_parameter_value' : undefined),
    },
  });
  if (random.chance(0.5)) {
    const from = random.below(300);
    down = [from, from + 30 + random.below(600)];
  }
  const actors: Actor[] = [];
  const pending = random.shuffle(story.events);
  let wakes = 0;
  const start = (event?: Event) => {
    const actor: Actor = { ...(event && { event }), born: world.clock.now, calls: [], isOver: false };
    const step = stepping(actor);
    const work =
      event === undefined
        ? sending(world, actor, step, { random, chaos, removal })
        : writing(world, step, event, removal);
    work.then(
      () => {
        actor.isOver = true;
        if (event !== undefined && random.chance(0.5)) wakes++;
      },
      () => {
        actor.isOver = true;
        if (event !== undefined) pending.push(event);
      },
    );
    actors.push(actor);
  };
  const isOver = () =>
    pending.length + actors.length === 0 && world.clock.now > origin + (Math.max(down[1], 0) + 120) * second;
  const mayWrite = (senders: number) => pending.length > 0 && actors.length - senders < 3 && random.chance(0.15);
  const isAsked = () => (wakes > 0 && random.chance(0.3)) || (removal.noSweep !== true && random.chance(0.05));
  for (let tick = 0; tick < mostTicks && !isOver(); tick++) {
    const senders = actors.filter(({ event }) => event === undefined).length;
    world.clock.now += second * (actors.length === 0 ? 5 : 1);
    if (mayWrite(senders)) {
      const event = pending.splice(random.below(pending.length), 1)[0]!;
      if (random.chance(0.2)) pending.push(event);
      start(event);
    } else if (senders < 2 && isAsked()) {
      wakes = Math.max(0, wakes - 1);
      start();
    } else if (actors.length > 0) await act(actors, random, world.clock.now, pending);
  }
  chaos.on = false;
  const rested = await comeToRest(world, removal, wakes);
  return [...(rested ? [] : ['it does not come to rest']), ...(await complaints(world, story))];
}

type World = Awaited<ReturnType<typeof outboundWorld>>;

function faultOf(random: Random, at: number, [from, to]: [number, number]): Fault {
  if (at >= from && at < to) return 'down';
  return random.chance(0.12) ? random.pick(['lost', 'unanswered', 'late', 'late', 'internal'] as const) : 'none';
}

async function act(actors: Actor[], random: Random, now: number, pending: Event[]): Promise<void> {
  const actor = random.pick(actors);
  const bury = () => actors.splice(actors.indexOf(actor), 1);
  if (actor.isOver) {
    bury();
    return;
  }
  const dies = random.chance(0.03) || (actor.event === undefined && now >= actor.born + life);
  if (dies) {
    bury();
    if (actor.event !== undefined) pending.push(actor.event);
    return;
  }
  const call = actor.calls.shift();
  if (call === undefined) {
    await turn();
    return;
  }
  await call.run().then(call.answer, call.fail);
  await turn();
}

type Step = <T>(run: () => Promise<T>) => Promise<T>;

function stepping(actor: Actor): Step {
  return <T>(run: () => Promise<T>) =>
    new Promise<T>((answer, fail) => {
      actor.calls.push({ run, answer: answer as (value: unknown) => void, fail });
    });
}

function writing(
  world: World,
  step: Step,
  { set, row }: Event,
  { writing: change = (table) => table }: Removal,
): Promise<void> {
  const table = change(eachCall(world.tables.records, step));
  return writerOf(table, world.now, world.settings.findAccount)(set, row);
}

function sending(
  world: World,
  actor: Actor,
  step: Step,
  { random, chaos, removal }: { random: Random; chaos: { on: boolean }; removal: Removal },
) {
  const table = lagging(eachCall(world.tables.records, step), () => (chaos.on ? random.below(12) * second : 0));
  const call: CallDataApi = (access, method, params) => step(() => world.deps.call(access, method, params));
  const deps = { ...world.deps, ...outbound(table), call, settleMs, leaseMs };
  const hasTime = () => world.clock.now < actor.born + life - 30 * second;
  return drain(removal.sending?.(deps) ?? deps)('demo', hasTime);
}

/** Markers of the last moments are not yet seen. */
function lagging(table: Records, lag: () => number): Records {
  return {
    ...table,
    list: (range) => {
      const until = Date.parse(range.to.slice(0, -1)) - lag();
      return table.list({ ...range, to: `${new Date(until).toISOString()}~` });
    },
  };
}

/** No more crashes, and the receiver answers. */
async function comeToRest(world: World, removal: Removal, wakes: number): Promise<boolean> {
  for (let round = 0; round < 100; round++) {
    world.clock.now += 65 * minute;
    world.remote.carryOutLate();
    if (!(await world.isPending())) return true;
    if (removal.noSweep === true && wakes-- <= 0) return false;
    const deps = { ...world.deps, settleMs, leaseMs };
    await drain(removal.sending?.(deps) ?? deps)('demo', () => true).catch(() => undefined);
  }
  return false;
}

interface Story {
  events: Event[];
  facts: Fact[];
  requests: string[];
  /** Ids there of those that are refused. */
  bad: Set<string>;
  contacts: Map<string, Set<string>>;
  /** When requests were made, and the deals that name them or that they name. */
  made: Map<string, number>;
  names: Map<string, Set<string>>;
}

const timeOf = (at: number) => new Date(origin - 48 * 60 * minute + at * minute).toISOString();
const phoneOf = (contact: number, n: number) => `+7916000${contact}00${n}`;

function storyOf(random: Random): Story {
  const story: Story = {
    events: [],
    facts: [],
    requests: Array.from({ length: random.below(4) }, (_, r) => `r${r}`),
    bad: new Set(),
    contacts: new Map(),
    made: new Map(),
    names: new Map(),
  };
  const deals = Array.from({ length: 1 + random.below(4) }, (_, d) => `d${d}`);
  const nContacts = 1 + random.below(2);
  for (const id of deals) {
    if (random.chance(0.12)) story.bad.add(`arbat.d.${id}`);
    tellDeal(random, story, id, random.below(nContacts));
  }
  for (const id of story.requests) {
    if (random.chance(0.12)) story.bad.add(`arbat.b.${id}`);
    tellRequest(random, story, { id, contact: random.below(nContacts), deals });
  }
  return story;
}

function sayPhone(random: Random, { contacts }: Story, contact: number): string {
  const phone = phoneOf(contact, random.below(3));
  const phones = contacts.get(`${contact}`) ?? new Set();
  contacts.set(`${contact}`, phones.add(phone.slice(1)));
  return phone;
}

function name({ names }: Story, deal: string, request: string): void {
  names.set(deal, (names.get(deal) ?? new Set()).add(request));
}

function tellDeal(random: Random, story: Story, id: string, contact: number): void {
  for (let k = 0; k < 1 + random.below(4); k++) {
    const order = story.facts.length;
    const fact = {
      id,
      at: random.below(8),
      order,
      stage: k === 0 || random.chance(0.7) ? String(random.below(4)) : undefined,
      amount: 100 * (order + 1),
      phone: sayPhone(random, story, contact),
      comment: random.pick([undefined, 'ждёт', null]),
    };
    story.facts.push(fact);
    const { at, phone, amount, ...said } = fact;
    const bookings = story.requests.length > 0 && random.chance(0.4) ? [random.pick(story.requests)] : undefined;
    for (const request of bookings ?? []) name(story, id, request);
    const event = `e${String(order).padStart(3, '0')}`;
    const told = { id, at: timeOf(at), event, client: `${contact}`, phone, amount };
    const { stage, comment } = said;
    story.events.push({ set: dealSet(id), row: dealRow({ ...told, ...present({ stage, comment, bookings }) }) });
  }
}

interface RequestPlan {
  id: string;
  contact: number;
  deals: string[];
}

function tellRequest(random: Random, story: Story, { id, contact, deals }: RequestPlan): void {
  for (let k = 0; k < 1 + random.below(2); k++) {
    const at = random.below(8);
    story.made.set(id, Math.min(at, story.made.get(id) ?? at));
    const deal = random.chance(0.4) ? random.pick(deals) : undefined;
    if (deal !== undefined) name(story, deal, id);
    const phone = sayPhone(random, story, contact);
    const told = { id, at: timeOf(at), event: `b${id}${k}`, client: `${contact}`, phone };
    const session = random.chance(0.6) ? aSession : undefined;
    story.events.push({ set: bookingSet(id), row: bookingRow({ ...told, ...present({ session, deal }) }) });
  }
}

/** A straight calculation from what was told, against what the receiver holds. */
async function complaints(world: World, story: Story): Promise<string[]> {
  const deals = [...Map.groupBy(story.facts, ({ id }) => id)].map(([id, facts]) => ofDeal(world, story, id, facts));
  const requests = story.requests.map((id) => ofRequest(world, story, id));
  return [
    // A call that is carried out after it was given up takes a point of a minute in which nobody knows of it.
    ...(world.remote.counts.overLimit > world.remote.counts.late ? ['over the limit'] : []),
    ...(await Promise.all([...deals, ...requests])).flat(),
    ...[...story.contacts].flatMap(([id, phones]) => ofContact(world, id, phones)),
  ];
}

async function ofDeal({ remote, state }: World, story: Story, id: string, facts: Fact[]): Promise<string[]> {
  const { bad } = story;
  const there = remote.held.deals.get(`arbat.d.${id}`);
  const parked = (await state.sent(dealOf(id))).value?.parked;
  if (bad.has(`arbat.d.${id}`)) {
    return there === undefined && parked !== undefined ? [] : ['a bad deal is there, or not set aside'];
  }
  if (parked !== undefined) return [`a good deal is set aside: ${parked.mnemonic}`];
  const told = facts.toSorted((a, b) => a.at - b.at || a.order - b.order);
  const seen = (there ?? []).map((row) => `${String(row['stage_ext_id'])} ${String(row['modified_stage_date_time'])}`);
  if (seen.join() !== stagesIn(told).join()) return [`stages differ: ${seen.join()} for ${stagesIn(told).join()}`];
  const last = there?.at(-1) ?? {};
  const isJoined = last['communication_id'] === communicationOf(remote, story, id);
  return [...staleIn(last, told), ...(isJoined ? [] : ['a deal is joined with another request'])];
}

function staleIn(last: Record<string, unknown>, told: Fact[]): string[] {
  const comment = told.findLast((fact) => fact.comment !== undefined)?.comment ?? undefined;
  return [
    ...(last['revenue'] === told.at(-1)!.amount / 100 ? [] : ['a deal is stale']),
    ...(last['comments'] === comment ? [] : ['a comment is stale']),
  ];
}

/** That of its first request which went out with a visit. */
function communicationOf({ held }: World['remote'], { made, names }: Story, deal: string): number | undefined {
  const [first] = [...(names.get(deal) ?? [])]
    .toSorted((a, b) => made.get(a)! - made.get(b)! || (a < b ? -1 : 1))
    .flatMap((id) =>
      [...held.requests.values()].filter(
        (row) => row['ext_id'] === `arbat.b.${id}` && row['visitor_session_id'] !== undefined,
      ),
    );
  return first?.communication_id;
}

function stagesIn(told: Fact[]): string[] {
  const stages: string[] = [];
  for (const { stage, at } of told) {
    if (stage === undefined || stages.at(-1)?.startsWith(`default/arbat./${stage} `) === true) continue;
    stages.push(`default/arbat./${stage} ${local(at)}`);
  }
  return stages;
}

async function ofRequest({ remote, state }: World, { bad }: Story, id: string): Promise<string[]> {
  const times = [...remote.held.requests.values()].filter(({ ext_id }) => ext_id === `arbat.b.${id}`).length;
  const isBad = bad.has(`arbat.b.${id}`);
  const isParked = (await state.sent(requestOf(id))).value?.parked !== undefined;
  if (isParked !== isBad) return ['the wrong request is set aside'];
  return times === (isBad ? 0 : 1) ? [] : [`a request is there ${times} times`];
}

function ofContact({ remote }: World, id: string, phones: Set<string>): string[] {
  const seen: unknown = remote.held.contacts.get(`arbat.${id}`)?.['phone_numbers'];
  const sorted = Array.isArray(seen) ? seen.toSorted() : [];
  return JSON.stringify(sorted) === JSON.stringify([...phones].sort()) ? [] : ['a contact is lost or stale'];
}

function local(at: number): string {
  return new Date(origin - 48 * 60 * minute + at * minute + 180 * minute).toISOString().slice(0, 19).replace('T', ' ');
}
