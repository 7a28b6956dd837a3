import { lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import './desk.css'
import { BatchesScreen } from './batches/BatchesScreen'
import { BookScreen } from './book/BookScreen'
import { ProgressScreen } from './progress/ProgressScreen'
import { QueueScreen } from './queue/QueueScreen'
import { RecordScreen } from './record/RecordScreen'
import { RequestsScreen } from './requests/RequestsScreen'
import { ReviewPlaceProvider } from './reviewPlace'

const ConflictPage = lazy(() => import('./ConflictPage'))

/** The supervisor's desk. Filters and selection are kept above the routes, so they survive moving between the pages. */
export default function ReviewRoutes() {
  return (
    <ReviewPlaceProvider>
      <Switch>
        <Route path="/kiem-tra" component={QueueScreen} />
        <Route path="/kiem-tra/:id" component={RecordScreen} />
        <Route path="/dot" component={BatchesScreen} />
        <Route path="/so" component={BookScreen} />
        <Route path="/yeu-cau" component={RequestsScreen} />
        <Route path="/tien-do" component={ProgressScreen} />
        <Route path="/xung-dot/:id">{({ id }) => <ConflictPage key={id} id={id} />}</Route>
        <Route><Redirect to="/kiem-tra" replace /></Route>
      </Switch>
    </ReviewPlaceProvider>
  )
}
