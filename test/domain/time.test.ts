import { describe, expect, it } from '@jest/globals';
import { clampWarnings, isUndated, versionOf } from '../../lib/domain/time.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { aReading, at } from '../build/reading.ts';
import { without } from '../build/without.ts';

const timeless = without(aReading(), 'updatedAt');
const received = '2026-03-17T12:00:30.000Z';
const version = (over: Partial<Reading>) => versionOf({ ...timeless, ...over }, received);

const updatedAt = at('2026-03-17T11:00:00.000Z');
const stageChangedAt = at('2026-03-17T10:00:00.000Z');
const occurredAt = at('2026-03-17T09:00:00.000Z');
const createdAt = at('2026-03-17T08:00:00.000Z');

describe('the version of an event', () => {
  it('is updated_at, else stage_changed_at, else occurred_at', () => {
    expect(version({ updatedAt, stageChangedAt, occurredAt, createdAt })).toBe(updatedAt.at);
    expect(version({ stageChangedAt, occurredAt, createdAt })).toBe(stageChangedAt.at);
    expect(version({ occurredAt, createdAt })).toBe(occurredAt.at);
  });

  it('is created_at of a created event only, else the receive time', () => {
    expect(version({ act: 'created', createdAt })).toBe(createdAt.at);
    expect(version({ act: 'updated', createdAt })).toBe(received);
    expect(version({})).toBe(received);
  });

  it('without seconds takes occurred_at when that lies in the same minute', () => {
    const noSeconds = at('2026-03-17T11:00:00.000Z', '2026-03-17T11:01:00.000Z');
    expect(version({ updatedAt: noSeconds, occurredAt: at('2026-03-17T11:00:41.000Z') })).toBe(
      '2026-03-17T11:00:41.000Z',
    );
    expect(version({ updatedAt: noSeconds, occurredAt: at('2026-03-17T11:01:00.000Z') })).toBe(noSeconds.at);
  });

  it('without seconds takes the receive time when that lies in the same minute and occurred_at does not', () => {
    const noSeconds = at('2026-03-17T12:00:00.000Z', '2026-03-17T12:01:00.000Z');
    expect(version({ updatedAt: noSeconds })).toBe(received);
    expect(version({ updatedAt: noSeconds, occurredAt })).toBe(received);
  });

  it('without a time takes occurred_at, else the receive time, of the same day', () => {
    const day = at('2026-03-16T21:00:00.000Z', '2026-03-17T21:00:00.000Z');
    expect(version({ updatedAt: day, occurredAt })).toBe(occurredAt.at);
    expect(version({ updatedAt: day })).toBe(received);
    const yesterday = at('2026-03-15T21:00:00.000Z', '2026-03-16T21:00:00.000Z');
    expect(version({ updatedAt: yesterday })).toBe(yesterday.at);
  });

  it('taken from an occurred_at without seconds is made finer by the receive time once more', () => {
    const day = at('2026-03-16T21:00:00.000Z', '2026-03-17T21:00:00.000Z');
    const noSeconds = at('2026-03-17T12:00:00.000Z', '2026-03-17T12:01:00.000Z');
    expect(version({ updatedAt: day, occurredAt: noSeconds })).toBe(received);
    expect(version({ occurredAt: noSeconds })).toBe(received);
  });

  it('more than 5 minutes after the receive time is clamped to it', () => {
    expect(version({ updatedAt: at('2026-03-17T12:05:30.000Z') })).toBe('2026-03-17T12:05:30.000Z');
    expect(version({ updatedAt: at('2026-03-17T12:05:30.001Z') })).toBe(received);
    expect(version({ occurredAt: at('2036-01-01T00:00:00.000Z') })).toBe(received);
  });
});

describe('times ahead of the receive time', () => {
  const ahead = at('2026-03-17T12:05:31.000Z');

  it('are warned by name, but for visits, which are in the future', () => {
    const reading = { occurredAt: ahead, createdAt: ahead, updatedAt: ahead, stageChangedAt: ahead, closedAt: ahead };
    expect(clampWarnings({ ...timeless, ...reading, startsAt: ahead }, received)).toEqual([
      'occurred_at: clamped',
      'created_at: clamped',
      'updated_at: clamped',
      'stage_changed_at: clamped',
      'closed_at: clamped',
    ]);
  });

  it('within 5 minutes are a clock that runs ahead', () => {
    expect(clampWarnings({ ...timeless, updatedAt: at('2026-03-17T12:05:30.000Z') }, received)).toEqual([]);
  });
});

describe('an event is undated', () => {
  it('when nothing versions it but the receive time', () => {
    expect(isUndated(timeless)).toBe(true);
    expect(isUndated({ ...timeless, startsAt: updatedAt })).toBe(true);
    expect(isUndated({ ...timeless, createdAt })).toBe(true);
  });

  it('not when it has a time of its own', () => {
    expect(isUndated({ ...timeless, occurredAt })).toBe(false);
    expect(isUndated({ ...timeless, act: 'created', createdAt })).toBe(false);
  });
});
