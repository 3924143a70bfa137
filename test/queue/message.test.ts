import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { canonicalJson } from '../../lib/model/json.ts';
import { bodyOfEvent, bodyOfMessage, messageSchema } from '../../lib/model/message.ts';
import { aMessage } from '../build/message.ts';
import { without } from '../build/without.ts';

const refused = '\uFFFE\uFFFF';
const event = { event: 'deal.updated', data: { comment: `я${refused}\u0000\ud800😀"\\`, id: '1' } };

describe('the body of a message', () => {
  it('holds no letter that SQS refuses, and is read as what was put in', () => {
    const message = aMessage({ event, senderEventId: refused });
    const body = bodyOfMessage(message);
    // Source: SendMessage, Amazon SQS API reference.
    expect(body).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
    expect(body).toContain('\\ufffe\\uffff');
    expect(v.parse(messageSchema, JSON.parse(body))).toEqual(message);
  });

  it('is the same message when the event’s JSON is there already', () => {
    const message = aMessage({ event, senderEventId: refused });
    const body = bodyOfEvent(without(message, 'event'), canonicalJson(event));
    expect(body).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
    expect(v.parse(messageSchema, JSON.parse(body))).toEqual(message);
  });

  it('leaves all other letters as they are, and a backslash that was said', () => {
    expect(bodyOfMessage(aMessage({ event: { a: 'я😀\uFFFD' } }))).toContain('"я😀\uFFFD"');
    const said = aMessage({ event: { a: '\\uffff' } });
    expect(JSON.parse(bodyOfMessage(said))).toEqual(said);
  });

  it('of a crossing says salon and deal, and nothing else', () => {
    const { accountKey, salonKey, receivedAt } = aMessage();
    const crossing = { v: 1, type: 'crossing', accountKey, salonKey, receivedAt, dealId: refused } as const;
    expect(v.parse(messageSchema, JSON.parse(bodyOfMessage(crossing)))).toEqual(crossing);
  });
});
