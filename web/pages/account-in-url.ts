const parameter = 'account';

/** The account that an operator works in: part of the address, so that a link leads into it. */
export function accountInUrl(): string | undefined {
  return new URLSearchParams(location.search).get(parameter) ?? undefined;
}

/** The same place in the account of the address, unless it names one. */
export function withAccount(to: string): string {
  const account = accountInUrl();
  const url = new URL(to, location.origin);
  if (account !== undefined && !url.searchParams.has(parameter)) url.searchParams.set(parameter, account);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The start of another account. */
export function startOf(account: string): string {
  return `/salons?${new URLSearchParams({ [parameter]: account })}`;
}
