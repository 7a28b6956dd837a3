import type { KeptPhoto } from '../../../storage/ports/photoPort'
import { Box } from '../../parts/Box'
import { useServices } from '../../services'
import { photoTexts } from '../../text/photos'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { SpoiltRow } from './SpoiltRow'

/** Spoilt photos: the record of each, where it can be taken again, and a button to let go of it. */
export function SpoiltPhotos({ photos }: { readonly photos: readonly KeptPhoto[] }) {
  const { ledger } = useServices()
  const t = useText(photoTexts)
  const { noName } = useText(syncTexts)
  if (photos.length === 0) return null
  return (
    <>
      <div className="pad"><Box kind="err" icon="stop" title={t.spoiltHead(photos.length)}><p>{t.spoiltWhat}</p></Box></div>
      <ul className="list">
        {photos.map(({ record, hash }) => (
          <SpoiltRow
            key={`${record}:${hash}`} record={record} words={t.spoiltOf(ledger.card(record)?.name || noName)}
            letGo={{ label: t.letGo, what: t.letGoWhat, keep: t.keep, work: () => ledger.photos.letGo(record, hash) }}
          />
        ))}
      </ul>
    </>
  )
}
