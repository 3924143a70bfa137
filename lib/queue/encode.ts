import type { Message } from '../model/message.ts';

/**
 * What SQS refuses in a body, as far as JSON.stringify lets it through (it escapes control characters and lone
 * surrogates itself). Source: SendMessage, Amazon SQS API reference.
 */
const refused = /[\uFFFE\uFFFF]/g;

/** The body of a message: JSON with only the characters that SQS takes. May throw on nesting of thousands of levels. */
export function encodeMessage(message: Message): string {
  return JSON.stringify(message).replace(refused, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}
