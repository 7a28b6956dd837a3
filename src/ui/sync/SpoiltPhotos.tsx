import { useState } from 'react'
import { Link } from 'wouter'
import type { KeptPhoto } from '../../storage/ledger'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import { useServices } from '../services'
import { failureTexts } from '../text/failures'
import { photoTexts } from '../text/photos'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'

/** Photos that cannot be read any more: of which record each is, where it is taken again, and a way to be rid of it. */
export function SpoiltPhotos({ photos }: { readonly photos: readonly KeptPhoto[] }) {
  const t = useText(photoTexts)
  if (photos.length === 0) return null
  return (
    <>
      <div className="pad"><Box kind="err" icon="stop" title={t.spoiltHead(photos.length)}><p>{t.spoiltWhat}</p></Box></div>
      <ul className="list">{photos.map((photo) => <Spoilt key={`${photo.record}:${photo.hash}`} photo={photo} />)}</ul>
    </>
  )
}

function Spoilt({ photo: { record, hash } }: { readonly photo: KeptPhoto }) {
  const { ledger, holder } = useServices()
  const t = useText(photoTexts)
  const { noName } = useText(syncTexts)
  const failures = useText(failureTexts)
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const letGo = async (): Promise<void> => {
    const done = await ledger.photos.letGo(record, hash)
    if (!done.ok) setTrouble(failures.storage[done.error.kind])
  }
  return (
    <li>
      <Link className="row" href={holder.role === 'supervisor' ? `/kiem-tra/${record}` : `/phieu/${record}`}>
        <div className="t md">{t.spoiltOf(ledger.card(record)?.name || noName)}</div>
        <Icon name="next" />
      </Link>
      <div className="pad fx"><Button kind="quiet" onClick={() => setAsking(true)}>{t.letGo}</Button></div>
      {isAsking && (
        <Dialog title={`${t.letGo}?`} onClose={() => setAsking(false)} actions={<><Button onClick={() => setAsking(false)}>{t.keep}</Button><Button kind="dan" onClick={() => void letGo()}>{t.letGo}</Button></>}>
          <p>{t.letGoWhat}</p>
          {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
        </Dialog>
      )}
    </li>
  )
}
