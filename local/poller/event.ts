import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { SQSMessageAttribute, SQSMessageAttributes, SQSRecord, SQSRecordAttributes } from 'aws-lambda';

/** A message as AWS hands it to a function. */
export function recordOf(message: Message, queueArn: string): SQSRecord {
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: attributesOf(message),
    messageAttributes: messageAttributesOf(message),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3] ?? '',
  };
}

function attributesOf({ Attributes: said = {} }: Message): SQSRecordAttributes {
  return {
    ...said,
    ApproximateReceiveCount: said.ApproximateReceiveCount ?? '1',
    SentTimestamp: said.SentTimestamp ?? '',
    SenderId: said.SenderId ?? '',
    ApproximateFirstReceiveTimestamp: said.ApproximateFirstReceiveTimestamp ?? '',
  };
}

function messageAttributesOf({ MessageAttributes: said = {} }: Message): SQSMessageAttributes {
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, messageAttribute(value)]));
}

function messageAttribute({ DataType, StringValue, BinaryValue }: MessageAttributeValue): SQSMessageAttribute {
  return {
    dataType: DataType ?? 'String',
    stringListValues: [],
    binaryListValues: [],
    ...(StringValue === undefined ? {} : { stringValue: StringValue }),
    ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
  };
}
