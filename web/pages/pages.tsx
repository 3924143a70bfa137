import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useCabinet } from '../parts/cabinet.tsx';
import { Skeleton } from '../parts/states.tsx';
import { SalonsPage } from './salons/salons-page.tsx';

// What the first page does not need is loaded with the page that does.
const SalonPage = lazy(async () => ({ default: (await import('./salon/salon-page.tsx')).SalonPage }));
const NewSalonPage = lazy(async () => ({ default: (await import('./salon/new-salon-page.tsx')).NewSalonPage }));
const CatalogPage = lazy(async () => ({ default: (await import('./catalog/catalog-page.tsx')).CatalogPage }));
const AccountsPage = lazy(async () => ({ default: (await import('./accounts/accounts-page.tsx')).AccountsPage }));
const SupportPages = lazy(async () => ({ default: (await import('./support-pages.tsx')).SupportPages }));
const AnalystPages = lazy(async () => ({ default: (await import('./analyst-pages.tsx')).AnalystPages }));
const ConnectionPage = lazy(async () => ({
  default: (await import('./connection/connection-page.tsx')).ConnectionPage,
}));
const MembersPage = lazy(async () => ({ default: (await import('./members/members-page.tsx')).MembersPage }));

/** Addresses of `AnalystPages`. */
const analyst = /^\/(?:overview|requests|deals|pipelines|reconcile)(?:\/|$)/;

/** Which address shows which page. */
export function Pages() {
  const { me } = useCabinet();
  // An operator belongs to no account, and names one first.
  if (me.account === undefined)
    return (
      <Suspense fallback={<Skeleton rows={3} height={64} />}>
        <AccountsPage />
      </Suspense>
    );
  return (
    <Suspense fallback={<Skeleton rows={6} height={64} />}>
      <Switch>
        <Route path="/">
          <Redirect to="/salons" replace />
        </Route>
        <Route path="/salons" component={SalonsPage} />
        <Route path="/salons/new" component={NewSalonPage} />
        <Route path="/salons/:id">{({ id }) => <SalonPage key={id} id={id} />}</Route>
        <Route path="/catalog">
          <Redirect to="/catalog/campaigns" replace />
        </Route>
        <Route path="/catalog/:list">{({ list }) => <CatalogPage key={list} list={list} />}</Route>
        <Route path={analyst} component={AnalystPages} />
        <Route path="/connection" component={ConnectionPage} />
        <Route path="/members" component={MembersPage} />
        <Route path="/accounts" component={AccountsPage} />
        <Route component={SupportPages} />
      </Switch>
    </Suspense>
  );
}
