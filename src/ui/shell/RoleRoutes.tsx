import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { Role } from '../../domain/access'
import { Skeleton } from '../parts/states/Skeleton'
import { useServices } from '../services'
import { ErrorScreen } from './ErrorScreen'
import { loadCollect, loadReview } from './screens'

const SyncPage = lazy(() => import('../sync/SyncPage'))
const AccountPage = lazy(() => import('../account/own/AccountPage'))
const CollectRoutes = lazy(loadCollect)
const ReviewRoutes = lazy(loadReview)
const AdminRoutes = lazy(() => import('../admin/AdminRoutes'))

const homes: { readonly [role in Role]: string } = { member: '/thon', officer: '/thon', supervisor: '/kiem-tra', admin: '/nhap-tep' }
const areas = { member: CollectRoutes, officer: CollectRoutes, supervisor: ReviewRoutes, admin: AdminRoutes } as const satisfies { [role in Role]: unknown }

/** The screens of a role. Each area is fetched when first needed and kept by the service worker. */
export function RoleRoutes() {
  const { holder } = useServices()
  const [place] = useLocation()
  const Area = areas[holder.role]
  return (
    <ErrorScreen place={place}>
      <Suspense fallback={<Skeleton />}>
        <Switch>
          <Route path="/"><Redirect to={homes[holder.role]} replace /></Route>
          <Route path="/dong-bo"><SyncPage /></Route>
          <Route path="/cua-toi"><AccountPage /></Route>
          <Route><Area /></Route>
        </Switch>
      </Suspense>
    </ErrorScreen>
  )
}
