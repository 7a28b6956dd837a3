import { useState } from 'react'
import type { Result } from '../../domain/result'
import type { RemoteFailure } from '../../remote/remote'

/** Sends one request at a time: `run` ignores a second press, `failure` is the failure of the last request. */
export function useAction(): {
  readonly busy: boolean
  readonly failure: RemoteFailure | null
  readonly run: <T>(ask: () => Promise<Result<T, RemoteFailure>>, then: (value: T) => void) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<RemoteFailure | null>(null)
  return {
    busy, failure,
    async run(ask, then) {
      if (busy) return
      setBusy(true)
      const answer = await ask()
      setBusy(false)
      setFailure(answer.ok ? null : answer.error)
      if (answer.ok) then(answer.value)
    },
  }
}
