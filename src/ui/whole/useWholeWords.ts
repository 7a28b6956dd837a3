import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import { wholeTexts } from '../text/whole'
import type { WholeFailure } from './fetchWhole'

/** Words for why the whole form could not be fetched, and what to do. */
export function useWholeWords(): (failure: WholeFailure) => string {
  const { changed } = useText(wholeTexts)
  const failures = useText(failureTexts)
  return (failure) => (failure.of === 'changed' ? changed : failure.of === 'remote' ? failures.remote[failure.kind] : failures.storage[failure.kind])
}
