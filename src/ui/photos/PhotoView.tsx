import { useEffect, useState } from 'react'
import { Button } from '../parts/Button'
import { useRaise } from '../parts/reading/useRaise'
import { useServices } from '../services'
import { photoTexts } from '../text/photos'
import { useText } from '../text/useText'

interface PhotoViewProps {
  readonly commune: string
  readonly hash: string
  /** The subject of the photo. */
  readonly label: string
  /** Shown at once if the photo is on this device. Otherwise a press asks for it: papers tell more about a person than a list should. */
  readonly open?: boolean
}

type Seen = { readonly at: 'closed' | 'loading' | 'offline' | 'notThere' | 'spoilt' | 'unseen' } | { readonly at: 'shown'; readonly url: string }

/** A photo by its hash: from this device while it is here, otherwise from the server. */
export function PhotoView({ commune, hash, label, open = false }: PhotoViewProps) {
  const t = useText(photoTexts)
  const { seen, ask } = usePhoto(commune, hash, open)
  if (seen.at === 'shown') return <img className="photo no-print" src={seen.url} alt={label} />
  return (
    <span className="st2" role="status">
      {seen.at !== 'closed' && <span className="mut">{t[seen.at]}</span>}
      {seen.at !== 'loading' && seen.at !== 'notThere' && seen.at !== 'spoilt' && <Button icon="eye" onClick={ask}>{t.show}</Button>}
    </span>
  )
}

function usePhoto(commune: string, hash: string, open: boolean) {
  const { ledger, remote } = useServices()
  const raise = useRaise()
  const [asked, setAsked] = useState(0)
  const [seen, setSeen] = useState<Seen>({ at: 'closed' })
  useEffect(() => {
    if (asked === 0 && !open) return
    let url: string | null = null
    let live = true
    const show = (bytes: Uint8Array<ArrayBuffer>): void => {
      url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      setSeen({ at: 'shown', url })
    }
    const find = async (): Promise<void> => {
      const here = await ledger.photos.bytes(hash)
      if (!live) return
      if (here && here !== 'spoilt') return show(here)
      if (asked === 0) return setSeen({ at: 'closed' })
      setSeen({ at: 'loading' })
      const answer = await remote.photo(commune, hash)
      if (!live) return
      if (answer.ok) return show(answer.value)
      setSeen({ at: answer.error.error === 'offline' ? 'offline' : answer.error.error !== 'notFound' ? 'unseen' : here === 'spoilt' ? 'spoilt' : 'notThere' })
    }
    void find().catch(raise)
    return () => {
      live = false
      if (url) URL.revokeObjectURL(url)
    }
  }, [ledger, remote, commune, hash, asked, open, raise])
  return { seen, ask: () => setAsked((count) => count + 1) }
}
