import { useCallback, useEffect, useState } from 'react'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { LinkButton } from '../parts/LinkButton'
import { useServices } from '../services'
import { useText } from '../text/useText'
import { wholeTexts } from '../text/whole'
import { fetchWhole, type WholeFailure } from './fetchWhole'
import { useWholeWords } from './useWholeWords'

interface FetchWholeProps {
  readonly id: string
  readonly commune: string
  /** Called once the whole form is on this device. */
  readonly onWhole?: () => void
}

type State = 'loading' | WholeFailure

/** Shown instead of a shrunk record: requests the whole from the server at once, and again when the person presses the button. */
export function FetchWhole(props: FetchWholeProps) {
  const t = useText(wholeTexts)
  const wordsOf = useWholeWords()
  const { state, again } = useFetch(props)
  if (state === 'loading') return <p role="status">{t.loading}</p>
  const isOffline = state.of === 'remote' && state.kind === 'offline'
  return (
    <Box kind="warn" icon={isOffline ? 'off' : 'info'} role="status" title={t.title}>
      <p>{t.why}</p>
      <p className="gap-t">{wordsOf(state)}</p>
      <p className="gap-t">{state.of === 'changed' ? <LinkButton to="/dong-bo">{t.sync}</LinkButton> : <Button onClick={again}>{t.load}</Button>}</p>
    </Box>
  )
}

function useFetch({ id, commune, onWhole }: FetchWholeProps): { readonly state: State; readonly again: () => void } {
  const { remote, ledger } = useServices()
  const [state, setState] = useState<State>('loading')
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let live = true
    void fetchWhole({ remote, ledger }, { id, commune }).then((fetched) => {
      if (!live) return
      if (fetched.ok) onWhole?.()
      else setState(fetched.error)
    })
    return () => { live = false }
  }, [remote, ledger, id, commune, onWhole, tries])
  const again = useCallback(() => {
    setState('loading')
    setTries((count) => count + 1)
  }, [])
  return { state, again }
}
