import { countedEnglish } from './plural.ts';
import type { ruPeople } from './ru-people.ts';

export const enPeople: typeof ruPeople = {
  reveal: 'Show names and phones',
  revealAbout: 'Viewing them is recorded in the history of actions.',
  masked: 'Names, phones and e-mails are hidden.',
  contacts: {
    title: 'Contacts',
    about: 'Clients of the salons by when they first appeared. They are kept until they are erased.',
    columns: { name: 'Client', phones: 'Phones', emails: 'E-mail', salon: 'Salon', first: 'First seen' },
    nameless: 'Without a name',
    period: 'Period',
    periods: { '30': '30 days', '90': '90 days', '365': 'A year' },
    emptyTitle: 'No contacts',
    empty: 'A contact appears with a client’s first booking or deal. Choose another period or salon.',
    search: 'Find a client by phone or e-mail',
  },
  contact: {
    title: 'Contact',
    records: 'Requests and deals',
    noRecords: 'The lists hold no request and no deal of this contact.',
    deliveries: 'What came, and when',
    noDeliveries: 'No delivery in the last 30 days: the journal keeps them for 30 days.',
    more: 'Not all is shown.',
    notFound: 'There is no such contact, or nothing is left of it.',
    erase: 'Erase personal data',
    eraseTitle: 'Erase the personal data of this contact?',
    eraseAbout:
      'Name, phones, e-mails and the texts that were sent are erased from requests, deals and the journal. They cannot be brought back. A job appears first; it begins when you start it.',
    eraseAsk: 'Prepare the erasure',
  },
  managers: {
    title: 'Managers',
    about: 'People responsible for deals, by their latest name.',
    columns: { name: 'Manager', role: 'Role', salon: 'Salon', id: 'ID in ProfSalon', first: 'First named' },
    nameless: 'Without a name',
    emptyTitle: 'No managers yet',
    empty: 'A manager appears when the first deal names them.',
    count: (count) => countedEnglish(count, 'manager', 'managers'),
  },
};
