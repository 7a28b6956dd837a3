import { useCallback, useEffect, useState } from 'react'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { LinkButton } from '../parts/LinkButton'
import { useServices } from '../services'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import { wholeTexts } from '../text/whole'

interface FetchWholeProps {
  readonly id: string
  readonly commune: string
  /** It is on this device now. */
  readonly onWhole?: () => void
}

type State = { readonly at: 'loading' } | { readonly at: 'changed' } | { readonly at: 'failed'; readonly words: string; readonly isOffline: boolean }

/** In the place of a form of which this device kept only a part: asks the server for the whole at once, and again when told to. */
export function FetchWhole(props: FetchWholeProps) {
  const t = useText(wholeTexts)
  const { state, again } = useFetch(props)
  if (state.at === 'loading') return <p role="status">{t.loading}</p>
  return (
    <Box kind="warn" icon={state.at === 'failed' && state.isOffline ? 'off' : 'info'} role="status" title={t.title}>
      <p>{t.why}</p>
      <p className="gap-t">{state.at === 'changed' ? t.changed : state.words}</p>
      <p className="gap-t">{state.at === 'changed' ? <LinkButton to="/dong-bo">{t.sync}</LinkButton> : <Button onClick={again}>{t.load}</Button>}</p>
    </Box>
  )
}

function useFetch({ id, commune, onWhole }: FetchWholeProps): { readonly state: State; readonly again: () => void } {
  const { remote, ledger } = useServices()
  const failures = useText(failureTexts)
  const [state, setState] = useState<State>({ at: 'loading' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let live = true
    const fetchOnce = async (): Promise<State | null> => {
      const answer = await remote.record(commune, id)
      if (!answer.ok) return { at: 'failed', words: failures.remote[answer.error.error], isOffline: answer.error.error === 'offline' }
      const taken = await ledger.takeWhole(answer.value)
      if (!taken.ok) return { at: 'failed', words: failures.storage[taken.error.kind], isOffline: false }
      return taken.value ? null : { at: 'changed' }
    }
    void fetchOnce().then((end) => {
      if (!live) return
      if (end) setState(end)
      else onWhole?.()
    })
    return () => { live = false }
  }, [remote, ledger, failures, id, commune, onWhole, tries])
  const again = useCallback(() => {
    setState({ at: 'loading' })
    setTries((count) => count + 1)
  }, [])
  return { state, again }
}
