import { Route, Switch } from 'wouter';
import { OverviewPage } from './overview/overview-page.tsx';
import { PipelinesPage } from './pipelines/pipelines-page.tsx';
import { ReconcilePage } from './reconcile/reconcile-page.tsx';
import { DealsPage } from './records/deals-page.tsx';
import { RequestsPage } from './records/requests-page.tsx';

/** Pages about what is stored, which are loaded together. */
export function AnalystPages() {
  return (
    <Switch>
      <Route path="/requests/:id?">{({ id }) => <RequestsPage id={id} />}</Route>
      <Route path="/deals/:id?">{({ id }) => <DealsPage id={id} />}</Route>
      <Route path="/overview" component={OverviewPage} />
      <Route path="/reconcile" component={ReconcilePage} />
      <Route path="/pipelines" component={PipelinesPage} />
    </Switch>
  );
}
