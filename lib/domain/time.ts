import type { Reading, Time } from '../model/reading.ts';

/** The times that a sender cannot know beforehand, by their names in the contract. */
const clamped = {
  occurred_at: 'occurredAt',
  created_at: 'createdAt',
  updated_at: 'updatedAt',
  stage_changed_at: 'stageChangedAt',
  closed_at: 'closedAt',
} as const;
type Clamped = (typeof clamped)[keyof typeof clamped];

/** How far a sender's clock may run ahead of ours. */
const toleranceMs = 5 * 60 * 1000;

/** Times more than 5 minutes after the receive time are clamped to it. Visits (startsAt) may lie in the future. */
export function clampedTime(time: Time | undefined, receivedAt: string): Time | undefined {
  return time !== undefined && isAhead(time, receivedAt) ? { at: receivedAt } : time;
}

/** Warnings, as `name: code`, about the times of a reading that were clamped. */
export function clampWarnings(reading: Reading, receivedAt: string): string[] {
  return Object.entries(clamped)
    .filter(([, field]) => isAhead(reading[field], receivedAt))
    .map(([name]) => `${name}: clamped`);
}

function isAhead(time: Time | undefined, receivedAt: string): boolean {
  if (time === undefined || time.at <= receivedAt) return false;
  return Date.parse(time.at) > Date.parse(receivedAt) + toleranceMs;
}

/** An event without a time of its own is versioned by its receive time, so each of its deliveries counts anew. */
export function isUndated(reading: Reading): boolean {
  return ownTime(reading) === undefined;
}

/** Which time versions an event: updated, else stage changed, else occurred, else created of a created event. */
function ownTime(reading: Reading): Clamped | undefined {
  if (reading.updatedAt) return 'updatedAt';
  if (reading.stageChangedAt) return 'stageChangedAt';
  if (reading.occurredAt) return 'occurredAt';
  return reading.act === 'created' && reading.createdAt ? 'createdAt' : undefined;
}

/**
 * The instant by which events are ordered. A version without seconds (or time) takes the event's time, else the
 * receive time, when that lies in the same minute (day).
 */
export function versionOf(reading: Reading, receivedAt: string): string {
  const own = ownTime(reading);
  const said = own && clampedTime(reading[own], receivedAt);
  if (said === undefined) return receivedAt;
  return sharpened(said, [clampedTime(reading.occurredAt, receivedAt), { at: receivedAt }]);
}

function sharpened({ at, until }: Time, [finer, ...others]: (Time | undefined)[]): string {
  if (until === undefined) return at;
  if (finer !== undefined && at <= finer.at && finer.at < until) return sharpened(finer, others);
  return others.length > 0 ? sharpened({ at, until }, others) : at;
}
