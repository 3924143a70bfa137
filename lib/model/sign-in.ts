import * as v from 'valibot';

/** How a page in the browser signs a person in: an OAuth client that can keep no secret, and where it sends people and codes. */
export const signInSchema = v.object({
  /** As it stands in `iss`. */
  issuer: v.string(),
  clientId: v.string(),
  authorizationUrl: v.string(),
  tokenUrl: v.string(),
  /** Ends the issuer's session and leads back to the page: whole, with its query. */
  signOutUrl: v.string(),
});
export type SignIn = v.InferOutput<typeof signInSchema>;

/** What the built page has in the place of it. */
export const signInPlace = '<meta name="sign-in" content="" />';

/** The built page of one environment: it finds how to sign in as JSON in its own head. Throws an Error for a page without a place for it. */
export function pageWith(html: string, signIn: SignIn): string {
  const [before, after, ...more] = html.split(signInPlace);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('the page has no one place for it');
  return `${before}<meta name="sign-in" content="${attribute(JSON.stringify(signIn))}" />${after}`;
}

export const special = /[&<>"']/g;

function attribute(text: string): string {
  return text.replaceAll(special, (character) => `&#${character.charCodeAt(0)};`);
}
