import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'
import type { Twins } from './useTwins'

/** Names the likely twins in the form, while the person is still there to be asked. */
export function TwinBox({ twins }: { readonly twins: Twins }) {
  const t = useText(twinTexts)
  return (
    <div role="status" className={twins.open.length > 0 ? 'twin' : ''}>
      {twins.open.length > 0 && (
        <Box kind="warn" icon="users" title={t.likely(twins.open.length)}>
          <p className="sm">{twins.open.map(({ name }) => name).join(', ')}</p>
          <p className="box-a"><Button onClick={twins.look}>{t.look}</Button></p>
        </Box>
      )}
    </div>
  )
}
