import type { OutboundOutside } from '../../functions/wiring/outbound-deps.ts';
import { dataApiClient } from '../../lib/comagic/client.ts';
import { dataApiUrls, type CallDataApi } from '../../lib/model/data-api.ts';
import type { StandIn } from '../../local/comagic/stand-in.ts';

/** The real client in front of a stand-in, without a network. */
export function callingOn({ handle }: Pick<StandIn, 'handle'>): CallDataApi {
  const post = (_: string, body: string) => {
    const reply = handle(JSON.parse(body));
    return reply === undefined
      ? Promise.reject(new Error('no reply'))
      : Promise.resolve({ status: reply.status, body: JSON.stringify(reply.body) });
  };
  return dataApiClient({ post, newId: () => '1', urls: dataApiUrls });
}

/** What sending does beside its tables, in front of a stand-in; `call`: in the place of the client. */
export function sendingTo(remote: StandIn, now: () => Date, call = callingOn(remote)): OutboundOutside {
  return {
    call,
    accessKeyOf: () => Promise.resolve('demo-key'),
    send: () => Promise.resolve(true),
    count: () => undefined,
    now,
  };
}
