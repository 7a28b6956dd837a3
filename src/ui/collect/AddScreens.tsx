import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Empty } from '../parts/states/Empty'
import { PhonePage } from '../parts/frame/PhonePage'
import { useRaise } from '../parts/reading/useRaise'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { useText } from '../text/useText'
import { startHousehold, startPerson } from './answers/startForm'
import { useHamlets } from './hamlet/useRound'

/** Starts the draft of a household and goes to it. */
export function AddHousehold({ hamlet: id }: { readonly hamlet: string }) {
  const services = useServices()
  const hamlet = useHamlets().find((each) => each.id === id)
  return <Starting back={`/thon/${id}`} start={() => (hamlet ? startHousehold(services, hamlet.commune, id) : Promise.resolve(null))} />
}

export function AddPerson({ household: id }: { readonly household: string }) {
  const services = useServices()
  const household = services.ledger.card(id)
  return <Starting back={`/ho/${id}`} start={() => (household ? startPerson(services, household) : Promise.resolve(null))} />
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
