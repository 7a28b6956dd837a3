import type { ReactNode } from 'react'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Skeleton } from '../parts/states/Skeleton'
import { adminTexts } from '../text/admin'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import type { RemoteData } from '../parts/reading/useRemoteData'

/** The content once it is loaded; before that grey lines, after a failure its reason and a button to try again. */
export function Loaded<T>({ data, onAgain, children }: { readonly data: RemoteData<T>; readonly onAgain: () => void; readonly children: (value: T) => ReactNode }) {
  const t = useText(adminTexts)
  const failures = useText(failureTexts)
  if (data.state === 'loading') return <Skeleton />
  if (data.state === 'ready') return children(data.value)
  return (
    <Box kind={data.failure.error === 'offline' ? 'warn' : 'err'} icon={data.failure.error === 'offline' ? 'off' : 'stop'} role="status" title={failures.remote[data.failure.error]}>
      <p className="gap-t"><Button onClick={onAgain}>{t.load.again}</Button></p>
    </Box>
  )
}
