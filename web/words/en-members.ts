import type { ruMembers } from './ru-members.ts';

export const enMembers: typeof ruMembers = {
  title: 'Members',
  about: 'Who may sign in to the account. Rights apply at once.',
  subject: 'User ID',
  subjectAbout: 'Ask your administrator: the sign-in service calls it sub; for a program it is the client ID.',
  email: 'E-mail',
  role: 'Role',
  since: 'Added',
  none: 'There are no members yet: only operators can enter the account.',
  add: 'Add a member',
  addButton: 'Add',
  you: 'you',
  remove: 'Remove',
  removeTitle: (who) => `Remove the member ${who}?`,
  removeAbout: 'Access ends at once. Add the member again to give it back.',
  roleOf: (who) => `Role of ${who}`,
  rolesAbout: { viewer: 'looks', admin: 'looks and changes settings' },
  forbidden: 'Members are shown to administrators of the account.',
};
