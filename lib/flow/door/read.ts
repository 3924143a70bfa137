import type { Delivery } from '../../model/delivery.ts';
import { decodeBody, type Decoded } from '../../profsalon/decode.ts';
import { tokensOutside } from './tokens.ts';

/** The body decoded, with all that the delivery presents as tokens, wherever. */
export function readDelivery(delivery: Delivery): Decoded {
  const { body, headers } = delivery;
  const decoded = decodeBody({
    bytes: body,
    contentType: (headers.get('content-type') ?? []).join(','),
    contentEncoding: (headers.get('content-encoding') ?? []).join(','),
  });
  return decoded.ok ? { ...decoded, tokens: [...tokensOutside(delivery), ...decoded.tokens] } : decoded;
}
