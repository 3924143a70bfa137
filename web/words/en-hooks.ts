import type { ruHooks } from './ru-hooks.ts';

export const enHooks: typeof ruHooks = {
  rotate: 'Change the URL',
  rotateTitle: 'Change the webhook URL?',
  rotateAbout: 'The salon gets a new secret URL. Give it to ProfSalon: the old URL works for one more day.',
  revokeNow: 'End the old URL at once',
  revokeAbout: 'If strangers got to know it: what is sent to the old URL is refused from then on.',
  rotated: 'The URL was changed: give the new one to ProfSalon.',
  history: 'URLs of the salon',
  columns: { url: 'Ends in', since: 'Created', state: 'State' },
  current: 'In use',
  until: (when) => `Accepts events until ${when}`,
  ended: (when) => `Ended ${when}`,
  remove: 'Delete the salon',
  removeSection: 'Delete the salon',
  removeAbout:
    'The salon leaves the lists with its requests and deals, and its URL stops accepting events. The data is kept: the salon can be brought back, with a new URL.',
  removeTitle: (name) => `Delete “${name}”?`,
  removed: (name) => `${name}: the salon is deleted`,
  removedAbout: 'Its URL accepts no more events. You can bring the salon back here, or later from the list of salons.',
  restore: 'Bring the salon back',
  changed: 'Somebody else saved the salon meanwhile. Try again.',
};
