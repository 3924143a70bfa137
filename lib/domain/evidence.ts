import { firstSaid, lastSaid, type Told } from './told.ts';

/** Where the visitor came from: each piece is that of the first event that has it. */
export function evidenceIn(events: Told[]) {
  return {
    visitorSessionId: firstSaid(events, ({ reading }) => reading.session),
    utm: firstSaid(events, ({ reading }) => reading.utm),
    clickIds: firstSaid(events, ({ reading }) => reading.clickIds),
    pageUrl: firstSaid(events, ({ reading }) => reading.pageUrl),
  };
}

/** The origin as people read it. */
export function originIn(events: Told[]): string | undefined {
  return lastSaid(
    events,
    ({ reading: { origin } }) => origin?.text ?? (origin?.online === true ? 'online' : undefined),
  );
}
