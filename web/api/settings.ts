import type { SignIn } from '../../lib/model/sign-in.ts';

const names = [
  'issuer',
  'clientId',
  'authorizationUrl',
  'tokenUrl',
  'signOutUrl',
] as const satisfies readonly (keyof SignIn)[];

/** How to sign in, as whoever serves the page has written it into its head. Throws an Error where it is missing. */
export function signInSettings(): SignIn {
  const written = document.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.content ?? '';
  const settings: unknown = JSON.parse(written);
  if (!isSignIn(settings)) throw new Error('The page does not say how to sign in.');
  return settings;
}

function isSignIn(settings: unknown): settings is SignIn {
  if (typeof settings !== 'object' || settings === null) return false;
  const texts = new Map<string, unknown>(Object.entries(settings));
  return names.every((name) => typeof texts.get(name) === 'string');
}
