import { useLayoutEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import FormRoute from '../form/FormRoute'
import { ScanScreen } from '../scan/ScanScreen'
import { AddForm, AddHousehold, AddPerson } from './AddScreens'
import { ConflictPage } from './tasks/ConflictPage'
import { HamletScreen } from './hamlet/HamletScreen'
import { HamletsScreen } from './hamlet/HamletsScreen'
import { HouseholdScreen } from './household/HouseholdScreen'
import { OrderScreen } from './order/OrderScreen'
import { PersonScreen } from './person/PersonScreen'
import { SearchScreen } from './search/SearchScreen'
import { TasksScreen } from './tasks/TasksScreen'

/** The officer's screens: the round, the doors, the forms. */
export default function CollectRoutes() {
  const [path] = useLocation()
  useLayoutEffect(() => {
    // The braces are needed: in newer Chromium `scrollTo` returns a promise, which React would take for a clean-up function.
    window.scrollTo(0, 0)
  }, [path])
  return (
    <Switch>
      <Route path="/thon"><HamletsScreen /></Route>
      <Route path="/thon/:hamlet">{({ hamlet }) => <HamletScreen key={hamlet} hamlet={hamlet} />}</Route>
      <Route path="/thon/:hamlet/thu-tu">{({ hamlet }) => <OrderScreen key={hamlet} hamlet={hamlet} />}</Route>
      <Route path="/ho/:id">{({ id }) => <HouseholdScreen key={id} id={id} />}</Route>
      <Route path="/nguoi/:id">{({ id }) => <PersonScreen key={id} id={id} />}</Route>
      <Route path="/phieu/:id">{({ id }) => <FormRoute key={id} id={id} />}</Route>
      <Route path="/them/ho/:hamlet">{({ hamlet }) => <AddHousehold hamlet={hamlet} />}</Route>
      <Route path="/them/nguoi/:household">{({ household }) => <AddPerson household={household} />}</Route>
      <Route path="/them/labour/:person">{({ person }) => <AddForm kind="labour" person={person} />}</Route>
      <Route path="/them/asxh/:person">{({ person }) => <AddForm kind="asxh" person={person} />}</Route>
      <Route path="/tim"><SearchScreen /></Route>
      <Route path="/quet"><ScanScreen /></Route>
      <Route path="/quet/:household">{({ household }) => <ScanScreen household={household} />}</Route>
      <Route path="/viec"><TasksScreen /></Route>
      <Route path="/xung-dot/:id">{({ id }) => <ConflictPage key={id} id={id} />}</Route>
      <Route><Redirect to="/thon" replace /></Route>
    </Switch>
  )
}
