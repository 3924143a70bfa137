import middy from '@middy/core';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import type { Failure } from '../model/api.ts';

const parse = middy<APIGatewayProxyEventV2, unknown>()
  .use(httpJsonBodyParser())
  .handler((event: APIGatewayProxyEventV2): unknown => event.body);

const refusedSchema = v.object({ statusCode: v.picklist([415, 422]) });

/** The JSON body of a call, or why there is none. The parser's error holds the raw body: it goes no further than here. */
export async function readBody(event: APIGatewayProxyEventV2, context: Context): Promise<{ body: unknown } | Failure> {
  try {
    // A copy: the parser replaces the body of the event that it is given.
    const body = await parse({ ...event }, context);
    // To valibot a list is an object as well.
    return Array.isArray(body) ? { error: 'invalid_request' } : { body };
  } catch (error) {
    const refused = v.safeParse(refusedSchema, error);
    if (!refused.success) throw error;
    return { error: refused.output.statusCode === 415 ? 'unsupported_media_type' : 'invalid_request' };
  }
}
