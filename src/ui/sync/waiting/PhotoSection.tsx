import { useState } from 'react'
import type { Ledger } from '../../../storage/ledger'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { RadioCards } from '../../parts/fields/RadioCards'
import { useFollowing } from '../../parts/reading/useFollowing'
import { useSyncState } from '../../parts/reading/useSyncState'
import { choosePhotoLine, photoLine, type PhotoLine } from '../../photos/photoLine'
import { useServices } from '../../services'
import { useNumberWords } from '../../text/useNumberWords'
import { photoTexts } from '../../text/photos'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { oldestWords, waitedFor } from './ageWords'
import { SpoiltPhotos } from './SpoiltPhotos'

const readWaiting = (ledger: Ledger) => ledger.photos.waiting()

/** Photos that are still on this device, and over which line they may be sent: "text now, photos on Wi-Fi". */
export function PhotoSection() {
  const { holder, sync, now } = useServices()
  const { platform } = useOutside()
  const t = useText(photoTexts)
  const numberWords = useNumberWords()
  const words = useText(syncTexts)
  const state = useSyncState()
  const here = useFollowing(readWaiting)
  const [line, setLine] = useState(() => photoLine(holder.userId))
  if (!here) return null
  const waiting = here.filter(({ isSpoilt }) => !isSpoilt)
  const bytes = waiting.reduce((sum, { size }) => sum + size, 0)
  const [since] = waiting.flatMap(({ keptAt }) => keptAt ?? []).sort()
  const choose = (next: PhotoLine): void => {
    choosePhotoLine(holder.userId, next)
    setLine(next)
    if (next === 'any') void sync.run('submit')
  }
  return (
    <section aria-labelledby="photos">
      <div className="sec"><h2 id="photos">{t.title}</h2></div>
      <div className="pad">
        <div className="card st">
          <p className="b">{waiting.length > 0 ? t.waiting(waiting.length, numberWords(Math.max(1, Math.round(bytes / 1000)))) : t.none}</p>
          {since !== undefined && <p className="sm mut">{oldestWords(words, waitedFor(since, now()))}</p>}
          <p className="sm mut">{t.after}</p>
          {waiting.length > 0 && state.photoTrouble && <Box kind="warn" icon="alert"><p>{state.photoTrouble.kind === 'passedOver' ? t.passedOver(state.photoTrouble.photos) : t.trouble}</p></Box>}
          <RadioCards<PhotoLine> legend={t.line} options={(['free', 'any'] as const).map((value) => ({ value, label: t.lines[value] }))} value={line} onChange={choose} />
          {line === 'free' && platform.line() === 'unknown' && <p className="sm mut">{t.unknownLine}</p>}
          {waiting.length > 0 && <Button wide icon="tray" busy={state.phase !== 'idle'} onClick={() => void platform.handInSealed('all', 'asked')}>{t.sendNow}</Button>}
        </div>
      </div>
      <SpoiltPhotos photos={here.filter(({ isSpoilt }) => isSpoilt)} />
    </section>
  )
}
