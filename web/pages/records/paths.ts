/** The address of a record in its list, which stays as it is looked at. `search`: of the address, without `?`. */
export function recordPath(list: 'requests' | 'deals', id: string, search = ''): string {
  return `/${list}/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;
}

const plainId = /^[A-Za-z0-9_-]{1,200}$/;

/** Id of the record that a salon's deal or booking makes, by the sender's id (lib/model/ids.ts). */
export function recordIdOf(salon: string, kind: 'b' | 'd', extId: string): string {
  return `${salon}.${kind}.${plainId.test(extId) ? extId : `~${base64url(extId)}`}`;
}

function base64url(text: string): string {
  const letters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const readable = /^[A-Za-z0-9_-]{1,20}$/;

/** What people may know a record by: the sender's id in its own, where that is short and plain. */
export function knownIdOf(id: string): string {
  const last = id.slice(id.lastIndexOf('.') + 1);
  return readable.test(last) ? last : '';
}
