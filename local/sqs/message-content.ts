import { SqsError } from './errors.ts';
import { bytesInAttributes, type MessageAttributes } from './message-attributes.ts';

/** XML 1.0's characters (https://www.w3.org/TR/REC-xml/#charsets), which SQS refuses to go beyond. */
const allowed = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

export interface Content {
  MessageBody: string;
  MessageAttributes: MessageAttributes;
}

export function bytesIn(content: Content): number {
  return Buffer.byteLength(content.MessageBody) + bytesInAttributes(content.MessageAttributes);
}

export function assertContent(content: Content, maximumBytes: number): void {
  if (content.MessageBody === '') {
    throw new SqsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  }
  if (bytesIn(content) > maximumBytes) {
    throw new SqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumBytes + 1} bytes.`,
    );
  }
  const texts = Object.values(content.MessageAttributes).map(({ StringValue }) => StringValue ?? '');
  if (![content.MessageBody, ...texts].every((text) => allowed.test(text))) {
    throw new SqsError('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  }
}
