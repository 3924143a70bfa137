import { describe, it, expect } from '@jest/globals';
import { aDeal, aDoor, connected, hookKey, token } from './door.ts';

const wrong = { 'content-type': 'application/json', 'x-salon-token': 'wrong' };
const right = { 'content-type': 'application/json', 'x-salon-token': token };
const tooLarge = ' '.repeat(1_048_577);
const ended = [{ key: hookKey, endsAt: '2026-03-01T00:00:00.000Z' }];

describe('the order of the door', () => {
  it.each([
    ['the form of the hook key', 'no/key/at-all-but-long-enough-for-one', 401],
    ['the hook key before the size', 'u'.repeat(40), 401],
  ])('asks for %s', async (_, path, status) => {
    expect((await aDoor().post({ path, headers: right, body: tooLarge })).status).toBe(status);
  });

  it('does not read settings for what cannot be a hook key', async () => {
    const door = aDoor();
    for (const path of ['', 'short', 'x'.repeat(31), 'x'.repeat(65), `${'x'.repeat(40)}%`, 'ключ'.repeat(10)]) {
      expect((await door.post({ path, body: aDeal })).status).toBe(401);
    }
    expect(door.state.reads).toBe(0);
  });

  it('asks for an ended hook key before the size', async () => {
    const door = aDoor(connected({ hookKeys: ended }));
    expect((await door.post({ headers: right, body: tooLarge })).status).toBe(401);
  });

  it('asks for the size before the coding and the token', async () => {
    const headers = { ...wrong, 'content-encoding': 'gzip' };
    expect((await aDoor().post({ headers, body: tooLarge })).status).toBe(413);
  });

  it('decodes before it asks for the token', async () => {
    expect((await aDoor().post({ headers: wrong, body: '{"event":' })).status).toBe(400);
    expect((await aDoor().post({ headers: { ...wrong, 'content-encoding': 'br' }, body: aDeal })).status).toBe(415);
  });

  it('asks for the token before it asks whether the salon is active', async () => {
    const door = aDoor(connected({ isActive: false }));
    expect((await door.post({ headers: wrong, body: aDeal })).status).toBe(401);
  });

  it('asks whether the salon is active before which salon is meant', async () => {
    const { json } = await aDoor(connected({ isActive: false })).post({ body: { ...aDeal, salon: { id: 7 } } });
    expect(json.events).toMatchObject([{ reason: 'integration_inactive' }]);
  });

  it('asks which salon is meant before what the event is', async () => {
    const { json } = await aDoor().post({ body: { event: 'hello', salon: { id: 7 } } });
    expect(json.events).toMatchObject([{ reason: 'other_salon' }]);
  });

  it('takes an event of its own salon whatever the case and blanks of the login, and one that names no salon', async () => {
    const login = { ...aDeal, salon: { login: ' MSC_Myata_Arbat ' } };
    const none = { event: aDeal.event, data: aDeal.data };
    const { json } = await aDoor().post({ body: [login, none] });
    expect(json.events).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
  });
});
