import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { aDoor, connected, sha256 } from './door.ts';

const token = 'SALON_TOKEN';
const json = { 'content-type': 'application/json', 'x-salon-token': token };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the samples at the door', () => {
  it.each([
    ['booking-created.json', json, ['booking'], '0b0c2f1e-6d0b-4d39-9a41-1d9a3f6e7c11'],
    ['deal-created.form', form, ['deal'], undefined],
    ['deal-updated.json', json, ['deal'], 'f3b1c7aa-1b0a-4a3c-8f5a-0f6a6e8e1d20'],
    ['deal-deleted.json', json, ['deal'], undefined],
    ['records-cancelled-array.json', json, ['booking', 'booking'], undefined],
  ])('%s is accepted', async (file, headers, kinds, senderEventId) => {
    const door = aDoor(connected({ tokenSha256: sha256(token) }));
    const { status, json: answer } = await door.post({ headers, body: readFileSync(`samples/${file}`) });
    expect(status).toBe(200);
    expect(answer.events?.map(({ kind, status: one }) => [kind, one])).toEqual(kinds.map((kind) => [kind, 'accepted']));
    expect(door.queued.map(({ queue }) => queue)).toEqual(kinds.map((kind) => `${kind}s`));
    expect(door.events()[0]?.senderEventId).toBe(senderEventId);
    expect(JSON.stringify(door.events())).not.toContain(token);
  });
});
