import { useEffect, useRef, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { isOnlyDraft, type Card } from '../../domain/records/cards/card'
import { NoticeGate } from '../consent/NoticeGate'
import { Empty } from '../parts/states/Empty'
import { PhonePage } from '../parts/frame/PhonePage'
import { useRaise } from '../parts/reading/useRaise'
import { useToast } from '../parts/toast/useToast'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { useText } from '../text/useText'
import { startForm, startHousehold, startPerson } from './answers/startForm'
import { useHamlets } from './hamlet/useRound'

/** Creates the draft of a new household and opens it. */
export function AddHousehold({ hamlet: id }: { readonly hamlet: string }) {
  const services = useServices()
  const hamlet = useHamlets().find((each) => each.id === id)
  return <Starting back={`/thon/${id}`} start={() => (hamlet ? startHousehold(services, hamlet.commune, id) : Promise.resolve(null))} />
}

/** Creates the draft of a new person in a household and opens it. */
export function AddPerson({ household: id }: { readonly household: string }) {
  const services = useServices()
  const t = useText(collectTexts)
  const household = services.ledger.card(id)
  if (household && isOnlyDraft(household)) return <DraftFirst id={id} why={t.householdFirst} />
  return <Starting back={`/ho/${id}`} start={() => (household ? startPerson(services, household) : Promise.resolve(null))} />
}

/** Opens the person's form, or begins one: only after the notice was read to the person, and only if they did not refuse. */
export function AddForm({ kind, person: id }: { readonly kind: 'labour' | 'asxh'; readonly person: string }) {
  const services = useServices()
  const t = useText(collectTexts)
  const person = services.ledger.card(id)
  if (person && isOnlyDraft(person)) return <DraftFirst id={id} why={t.personFirst} />
  const back = `/ho/${person?.household}`
  const starting = <Starting back={back} start={() => (person ? startForm(services, kind, person) : Promise.resolve(null))} />
  return person ? <NoticeGate head={{ kind, person: id }} commune={person.commune} back={back}>{starting}</NoticeGate> : starting
}

/** Route to a form about a person: the existing form, otherwise a new one. */
export const formRoute = (kind: 'labour' | 'asxh', person: string, form: Card | undefined): string => (form ? `/phieu/${form.id}` : `/them/${kind}/${person}`)

/** Opens the draft of the household or person first: the server takes nothing that belongs to a record it does not know. */
function DraftFirst({ id, why }: { readonly id: string; readonly why: string }) {
  const { show } = useToast()
  useEffect(() => show(why), [show, why])
  return <Redirect to={`/phieu/${id}`} replace />
}

function Starting({ start, back }: { readonly start: () => Promise<string | null>; readonly back: string }) {
  const t = useText(collectTexts)
  const [, navigate] = useLocation()
  const raise = useRaise()
  const [failed, setFailed] = useState(false)
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    void start().then((draft) => (draft ? navigate(`/phieu/${draft}`, { replace: true }) : setFailed(true))).catch(raise)
  }, [start, navigate, raise])
  if (!failed) return null
  return <PhonePage title={t.saveFailed} back={back}><Empty icon="stop" title={t.saveFailed} /></PhonePage>
}
