import { countedEnglish } from './plural.ts';
import type { ruFind } from './ru-find.ts';

export const enFind: typeof ruFind = {
  title: 'Where is my booking?',
  about:
    'Type anything: a phone, an e-mail, the ID of a booking, a deal or an event, or paste the body of a delivery. It never gets into the address bar or the history of the browser.',
  label: 'What to look for',
  placeholder: 'For example, 8 916 123-45-67',
  find: 'Find',
  finding: 'Looking…',
  invalid: 'This is no phone, no e-mail, no ID and no delivery. Check that you pasted all of it.',
  request: 'Request',
  deal: 'Deal',
  shown: (what, id, when) => `${what} ${id} of ${when} is there, and lists show it.`,
  hidden: (what, id, reasons) => `${what} ${id} is there, but lists leave it out: ${reasons}.`,
  reasons: {
    stub: 'only a deal has named it so far; no event of the booking itself came',
    superseded: 'the requests of the bookings of its deal took its place',
    not_from_widget: 'the booking is not from the widget, and the settings take those alone',
    origin_unknown: 'the booking does not say its origin, and the settings take those from the widget alone',
    deleted: 'it was deleted in ProfSalon',
  },
  and: (count) => `And ${countedEnglish(count, 'more record', 'more records')} below.`,
  noRecord: (said) => `The delivery came, but made no request and no deal. ${said}`,
  noRecordDone: 'The delivery came and was processed, but there is no request and no deal of it.',
  records: 'Requests and deals',
  timeline: 'What came, and when',
  noEvents: 'There are no deliveries of the last 30 days: the journal keeps them for 30 days.',
  more: 'Not all of it is shown: say more exactly what you look for.',
  nothing: 'No accepted delivery is like it.',
  nothingAbout: (when) => `What is known of the salons around ${when}.`,
  expected: 'When it was expected',
  noTime: 'There is no such time.',
  narrow: 'Show',
  gone: 'The journal keeps 30 days: what was refused before cannot be told any more.',
  last: (when) => `Last delivery: ${when}.`,
  never: 'Nothing came in the last 30 days.',
  gap: (gap) => `The usual gap between deliveries is ${gap}.`,
  silent: 'It has been silent for longer than is usual.',
  refused: (count) => `Refused within two hours: ${count}.`,
  rotated: (when) => `An old webhook URL ended then (${when}): what was sent to it later was not taken.`,
  hours: (count) => countedEnglish(count, 'hour', 'hours'),
  minutes: (count) => countedEnglish(count, 'minute', 'minutes'),
  days: (count) => countedEnglish(count, 'day', 'days'),
  moreSalons: 'The first 10 salons are shown: name a salon to learn of the others.',
  letter: 'Text for ProfSalon',
  letterText: (salonId, when, last) => `Hello,

we expected a webhook from you around ${when}, but it did not reach us.

Salon ID: ${salonId}
The last delivery that we took: ${last}

Please look into your log: was the webhook sent, to which URL, and what did our server answer? If it was not sent, please send the event again.

Thank you!`,
  lastNone: 'none in the last 30 days',
};
