import type { RemoteFailure } from '../../remote/remote'
import { Box } from '../parts/Box'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'

/** Why the last request failed; empty if it did not. */
export function FailureBox({ failure }: { readonly failure: RemoteFailure | null }) {
  const failures = useText(failureTexts)
  return failure && <Box kind="err" icon="stop" role="alert" title={failures.remote[failure.error]} />
}
