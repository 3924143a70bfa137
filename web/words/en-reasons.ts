import type { ruReasons } from './ru-reasons.ts';

export const enReasons: typeof ruReasons = {
  integration_inactive: {
    name: 'Integration switched off',
    said: 'The integration of the salon was switched off then: the event is in the journal but was not processed.',
    next: 'Switch “Active” on in the settings of the salon and process these events again.',
  },
  other_salon: {
    name: 'Another salon',
    said: 'The event names another salon than the one whose URL it came to.',
    next: 'Compare ID and login in the settings with ProfSalon; once they are right, process the events again.',
  },
  unknown_event: {
    name: 'Unknown event',
    said: 'Nothing says what the event is about: it has no name, no booking and no deal.',
    next: 'Look at what was sent: if there is a new field, name it on the page of fields and process the event again.',
  },
  requests_disabled: {
    name: 'Requests switched off',
    said: 'The transfer of requests was switched off for the salon, so no request was made.',
    next: 'Switch “Transfer of requests” on in the settings of the salon and process these events again.',
  },
  deals_disabled: {
    name: 'Deals switched off',
    said: 'The transfer of deals was switched off for the salon, so no deal was made.',
    next: 'Switch “Transfer of deals” on in the settings of the salon and process these events again.',
  },
  not_from_widget: {
    name: 'Not from the widget',
    said: 'The booking was not made in the online booking widget, and the settings take those from the widget only.',
    next: 'If you want all bookings, choose “All bookings” in the settings of the salon and apply it to what is stored.',
  },
  origin_unknown: {
    name: 'Origin not said',
    said: 'The booking does not say where it is from, and the settings take those from the widget only.',
    next: 'Ask ProfSalon to send the origin, or choose “All bookings” and apply it to what is stored.',
  },
  no_id: {
    name: 'No ID',
    said: 'The event has no ID of a booking or a deal: it cannot be told from others.',
    next: 'Look at what was sent: if the ID is in an unknown field, name it on the page of fields and process the event again.',
  },
  unreadable: {
    name: 'Unreadable',
    said: 'The event could not be read.',
    next: 'Process it again; if that does not help, send ProfSalon the line of the journal.',
  },
  parked: {
    name: 'Set aside',
    said: 'The event failed five times in a row: it is set aside, not lost.',
    next: 'Process it again; if that does not help, tell support the ID of the event.',
  },
  invalid_body: {
    name: 'Unreadable body',
    said: 'The delivery was refused: its body could not be read.',
    next: 'Ask ProfSalon to send it again as JSON or a form: what is refused is not kept.',
  },
  invalid_token: {
    name: 'Wrong token',
    said: 'The delivery was refused: it has no token, or another one.',
    next: 'Paste the current token into the settings of the salon, and ask ProfSalon to send the delivery again.',
  },
  too_large: {
    name: 'Too large',
    said: 'The delivery was refused: it is larger than can be taken.',
    next: 'Ask ProfSalon to send events one by one, without attachments.',
  },
  unsupported_media_type: {
    name: 'Unsupported type',
    said: 'The delivery was refused: its content type does not fit.',
    next: 'Ask ProfSalon to send JSON or a form, with the matching header Content-Type.',
  },
  warned: {
    name: 'With warnings',
    said: 'The event was processed, but some of its fields could not be read.',
    next: 'Look at the warnings of the event; once the settings are right, process these events again.',
  },
};
