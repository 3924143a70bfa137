import type { OfflineMessage } from '../model/data-api.ts';
import { present } from '../model/present.ts';
import type { RequestRowOf, RequestTargets } from '../model/outbound.ts';
import type { requestFields } from '../model/request.ts';
import { type FoldedRequest } from '../model/request.ts';
import { dateTimeIn } from './date-time.ts';
import { phoneNumbers } from './person.ts';
import { userFieldValues } from './user-fields.ts';

/** In which parameter each field of a request goes out; `unsent`: the Data API has no place for it. */
export const requestSentIn = {
  // In its place goes the id of our record: two salons of an account may have the same of theirs.
  extId: 'unsent',
  dateTime: 'date_time',
  name: 'name',
  phone: 'phone',
  phones: 'phone',
  email: 'email',
  emails: 'email',
  message: 'message',
  number: 'unsent',
  deleted: 'unsent',
  statuses: 'unsent',
  senderPipeline: 'unsent',
  stage: 'unsent',
  stageStatus: 'unsent',
  startsAt: 'unsent',
  durationMin: 'unsent',
  amount: 'unsent',
  prepaid: 'unsent',
  currency: 'unsent',
  services: 'unsent',
  staff: 'unsent',
  origin: 'form_name',
  pageUrl: 'unsent',
  referrer: 'unsent',
  userFields: 'user_fields',
  visitorSessionId: 'visitor_session_id',
  utm: 'unsent',
  clickIds: 'unsent',
  campaignId: 'campaign_id',
  sourceId: 'source_id',
  siteId: 'site_id',
  attribution: 'unsent',
  // It decides whether the request goes out at all, as `hidden` does.
  noContact: 'unsent',
  hidden: 'unsent',
  warnings: 'unsent',
} as const satisfies Record<keyof typeof requestFields, keyof OfflineMessage | 'unsent'>;

/** A request as `upload.offline_messages` takes it, or the parameter that it lacks. */
export const requestRow: RequestRowOf = (request, targets) => {
  const phone = phoneOf(request);
  const email = request.email ?? request.emails[0];
  if (phone === undefined && email === undefined) return { missing: 'phone' };
  const way = wayOf(request);
  if (way === undefined) return { missing: 'campaign_id' };
  return { row: present({ ...told(request, targets), phone, email, ...way }) };
};

function told(request: FoldedRequest, { extId, zone, fieldExtId }: RequestTargets) {
  return {
    date_time: dateTimeIn(request.dateTime, zone),
    name: request.name,
    message: request.message,
    form_name: request.origin,
    ext_id: extId,
    user_fields: userFieldValues(request.userFields, fieldExtId),
  };
}

/** The main phone where it is a number, else the first that is. */
function phoneOf({ phone, phones }: FoldedRequest): string | undefined {
  const main = phones.filter(({ shown }) => shown === phone);
  return phoneNumbers([...main, ...phones])[0];
}

type Way = Pick<OfflineMessage, 'visitor_session_id' | 'campaign_id' | 'source_id' | 'site_id'>;

/** "No campaign": it says nothing without a site. */
const noCampaign = -1;

/** One way alone, so that none contradicts another: the session, else the campaign, else the source at its site. */
function wayOf({ visitorSessionId, campaignId, sourceId, siteId }: FoldedRequest): Way | undefined {
  const session = idOf(visitorSessionId);
  if (session !== undefined) return { visitor_session_id: session };
  const [campaign, source, site] = [idOf(campaignId), idOf(sourceId), idOf(siteId)];
  if (campaign === noCampaign) return site === undefined ? undefined : { campaign_id: campaign, site_id: site };
  if (campaign !== undefined) return { campaign_id: campaign };
  return site === undefined ? undefined : present({ source_id: source, site_id: site });
}

export const idForm = /^-?\d{1,16}$/;

/** CoMagic's ids are numbers; a session of our own (`s-…`) is none of theirs. */
function idOf(text: string | undefined): number | undefined {
  const id = text !== undefined && idForm.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(id) ? id : undefined;
}
