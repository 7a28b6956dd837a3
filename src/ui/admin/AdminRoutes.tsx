import { Redirect, Route, Switch } from 'wouter'
import '../review/desk.css'
import { DevicesScreen } from './devices/DevicesScreen'
import { HamletsScreen } from './hamlets/HamletsScreen'
import { ImportScreen } from './import/ImportScreen'
import { SurveysScreen } from './surveys/SurveysScreen'
import { CommuneProvider } from './useCommune'
import { UsersScreen } from './users/UsersScreen'

/** The administrator's desk: accounts, devices, hamlets, surveys, first import. It shows no stored records of people. */
export default function AdminRoutes() {
  return (
    <CommuneProvider>
      <Switch>
        <Route path="/nguoi-dung" component={UsersScreen} />
        <Route path="/may" component={DevicesScreen} />
        <Route path="/thon-ban" component={HamletsScreen} />
        <Route path="/ky-dieu-tra" component={SurveysScreen} />
        <Route path="/nhap-tep" component={ImportScreen} />
        <Route><Redirect to="/nguoi-dung" replace /></Route>
      </Switch>
    </CommuneProvider>
  )
}
