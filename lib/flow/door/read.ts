import type { Decoded, DoorContract } from '../../model/contract.ts';
import type { Delivery } from '../../model/delivery.ts';
import { tokensOutside } from './tokens.ts';

/** The body decoded, with all that the delivery presents as tokens, wherever. */
export function readDelivery({ decode }: DoorContract, delivery: Delivery): Decoded {
  const { body, headers } = delivery;
  const decoded = decode({
    bytes: body,
    contentType: (headers.get('content-type') ?? []).join(','),
    contentEncoding: (headers.get('content-encoding') ?? []).join(','),
  });
  return decoded.ok ? { ...decoded, tokens: [...tokensOutside(delivery), ...decoded.tokens] } : decoded;
}
