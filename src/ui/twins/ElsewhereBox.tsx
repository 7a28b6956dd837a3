import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'
import type { Elsewhere } from './useTwinsElsewhere'

/** Somebody very alike in a hamlet that is not on this device: where, never who. */
export function ElsewhereBox({ elsewhere: { places, areTwo }, onOne }: { readonly elsewhere: Elsewhere; readonly onOne: () => void }) {
  const t = useText(twinTexts)
  return (
    <div role="status" className={places ? 'twin' : ''}>
      {places && (
        <Box kind="warn" icon="users" title={t.elsewhere([...places.hamlets, ...(places.otherCommune ? [t.otherCommune] : [])].join(', '))}>
          <p className="sm">{t.elsewhereHelp}</p>
          <div className="box-a st2"><Button wide onClick={areTwo}>{t.two}</Button><Button wide onClick={onOne}>{t.oneElsewhere}</Button></div>
        </Box>
      )}
    </div>
  )
}
