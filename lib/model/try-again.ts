/** What could not be done now and should be tried again later: the only thing that is thrown on purpose. */
export class TryAgain extends Error {
  override name = 'TryAgain';
}
