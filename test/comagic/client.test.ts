import { describe, expect, it } from '@jest/globals';
import { dataApiClient, type Post } from '../../lib/comagic/client.ts';
import { dataApiUrls, mnemonics, type CallDataApi, type Method } from '../../lib/model/data-api.ts';
import { documented } from './documented.ts';

const access = { host: 'comagic', accessKey: 'key-that-nobody-may-see' } as const;

/** A client whose calls are answered by hand, and what it has sent. */
function answering(reply: { status?: number; body: string } | Error): {
  call: CallDataApi;
  sent: { url: string; body: string }[];
} {
  const sent: { url: string; body: string }[] = [];
  const post: Post = (url, body) => {
    sent.push({ url, body });
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve({ status: 200, ...reply });
  };
  return { call: dataApiClient({ post, newId: () => 'call-1', urls: dataApiUrls }), sent };
}

const replying = (value: unknown) => answering({ body: JSON.stringify(value) });
const unknownOutcome = { outcome: 'again', applied: 'unknown' };

describe('Each method that is called', () => {
  it.each(Object.entries(documented))(
    '%s is sent and read as its page shows',
    async (name, { page, params, result, data }) => {
      const { call, sent } = replying({ jsonrpc: '2.0', id: 'call-1', result });
      const answer = await call(access, name as Method, params as never);
      expect(page).not.toBe('');
      expect(JSON.parse(sent[0]!.body)).toEqual({
        jsonrpc: '2.0',
        id: 'call-1',
        method: name,
        params: { access_token: 'key-that-nobody-may-see', ...params },
      });
      expect(answer).toMatchObject({ outcome: 'ok' });
      expect('data' in answer && answer.data).toEqual(data);
    },
  );
});

describe('The client of the Data API', () => {
  it('calls the host of the account’s project', async () => {
    const { call, sent } = replying({ result: { data: { count: 0 } } });
    await call(access, 'get.deals_in_processing', {});
    await call({ ...access, host: 'uiscom' }, 'get.deals_in_processing', {});
    expect(sent.map(({ url }) => url)).toEqual(['https://dataapi.comagic.ru/v2.0', 'https://dataapi.uiscom.ru/v2.0']);
  });

  it('learns the limits from an answer and from an error', async () => {
    const limits = {
      minute_limit: 60,
      minute_remaining: 0,
      minute_reset: 12,
      day_limit: 500,
      day_remaining: 41,
      day_reset: 3600,
    };
    const ok = replying({ result: { data: { count: 0 }, metadata: { limits } } });
    expect(await ok.call(access, 'get.deals_in_processing', {})).toMatchObject({ outcome: 'ok', limits });
    const data = { mnemonic: 'limit_exceeded', metadata: { limits } };
    const refused = replying({ error: { code: -32029, message: 'Limit per minute has been exceeded', data } });
    expect(await refused.call(access, 'get.deals_in_processing', {})).toEqual({
      outcome: 'again',
      mnemonic: 'limit_exceeded',
      applied: 'no',
      limits,
    });
  });

  it('does not know what became of a call without a readable reply', async () => {
    const lost = [
      answering(new Error('timed out')),
      answering({ status: 503, body: '{}' }),
      answering({ body: '<html>' }),
      replying({ result: { data: { count: 'three' } } }),
      replying({ error: { code: -32603, message: 'Internal error', data: { mnemonic: 'internal_error' } } }),
      replying([]),
    ];
    for (const { call } of lost) {
      expect(await call(access, 'get.deals_in_processing', {})).toMatchObject(unknownOutcome);
    }
  });

  it('answers field and value of a refused row, and no text of the error', async () => {
    const data = { mnemonic: 'invalid_date_time', field: 'deals.created_date_time', value: '2031-01-01 00:00:00' };
    const { call } = replying({ error: { code: -32602, message: 'Invalid date time of +79161234567', data } });
    expect(await call(access, 'delete.deals', { ext_id: 'a' })).toEqual({
      outcome: 'row',
      mnemonic: 'invalid_date_time',
      field: 'deals.created_date_time',
      value: '2031-01-01 00:00:00',
    });
  });

  it.each(Object.entries(mnemonics).flatMap(([outcome, names]) => names.map((name) => [name, outcome] as const)))(
    'tells %s as a matter of: %s',
    async (mnemonic, outcome) => {
      const { call } = replying({ error: { code: -32602 - (mnemonic === 'forbidden' ? 1 : 0), data: { mnemonic } } });
      expect(await call(access, 'delete.deals', { ext_id: 'a' })).toMatchObject({ outcome, mnemonic });
    },
  );

  it.each([
    [-32001, 'account', 'auth_error'],
    [-32003, 'account', 'forbidden'],
    [-32008, 'account', 'method_component_disabled'],
    [-32009, 'account', 'account_inactive'],
    [-32029, 'again', 'limit_exceeded'],
    [-32602, 'row', 'error'],
    [-32000, 'again', 'internal_error'],
  ])('goes by the code %s where the mnemonic is new', async (code, outcome, mnemonic) => {
    const { call } = replying({ error: { code, data: { mnemonic: 'what_is_this' } } });
    expect(await call(access, 'delete.deals', { ext_id: 'a' })).toMatchObject({ outcome, mnemonic });
  });

  it('does not take a thing that must not be deleted for a missing right', async () => {
    const { call } = replying({ error: { code: -32602, data: { mnemonic: 'forbidden' } } });
    expect(await call(access, 'delete.deals', { ext_id: 'a' })).toMatchObject({ outcome: 'row', mnemonic: 'error' });
  });

  it('answers nothing that holds the key', async () => {
    const error = new Error('connect to key-that-nobody-may-see failed');
    const said = [
      await answering(error).call(access, 'delete.deals', { ext_id: 'a' }),
      await replying({
        error: { code: -32001, message: access.accessKey, data: { mnemonic: 'auth_error', value: access.accessKey } },
      }).call(access, 'delete.deals', { ext_id: 'a' }),
    ];
    expect(JSON.stringify(said)).not.toContain('nobody-may-see');
  });
});
