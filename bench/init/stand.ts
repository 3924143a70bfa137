import { startIssuer } from '../../test/admin/issuer.ts';
import { callsOf } from './calls.ts';
import { environmentOf } from './environment.ts';
import { subject } from './stored.ts';
import { startStub, type Answer, type Taken } from './stub.ts';

/** All that a function's first call meets: the services, the issuer, an event for each function. */
export async function startStand(answer?: (taken: Taken) => Answer | undefined) {
  const [stub, tokens] = await Promise.all([startStub(answer), startIssuer()]);
  return {
    taken: stub.taken,
    calls: callsOf(await tokens.token(subject)),
    env: environmentOf({ endpoint: stub.endpoint, jwksUrl: tokens.jwksUrl }),
    stop: () => {
      stub.close();
      tokens.close();
    },
  };
}
export type Stand = Awaited<ReturnType<typeof startStand>>;
