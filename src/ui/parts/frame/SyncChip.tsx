import { Link } from 'wouter'
import type { SyncState } from '../../../sync/control'
import type { WordsOf } from '../../text/areas'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { chipIcons, chipState } from './chipState'
import { Icon } from '../Icon'
import { useSyncState } from '../reading/useSyncState'

interface SyncChipProps {
  /**
   * Shorter words, because the screen's title needs the room. With nothing to send there is only the mark: a word could be read as the
   * state of the record on the screen.
   */
  readonly short?: boolean
  /** In the head of a form the chip is hidden when all is sent: even its mark could be read as the state of the form. */
  readonly inForm?: boolean
}

/** In the bar: how sync stands, with a link to its page. */
export function SyncChip({ short = false, inForm = false }: SyncChipProps) {
  const t = useText(partTexts)
  const sync = useSyncState()
  const state = chipState(sync)
  if (inForm && state === 'ok') return null
  const words = chipWords(t.chip, sync, short)
  const spoken = state === 'off' && sync.waiting > 0 ? t.chip.waitingOffline(sync.waiting) : chipWords(t.chip, sync, false)
  // The accessible name starts with the visible words, so that "tap 4 chờ" works by voice.
  const name = t.chip.label(spoken.startsWith(words) ? spoken : `${words}, ${spoken}`)
  return (
    <Link href="/dong-bo" className={`chip ${state}`} aria-label={name}>
      <span>
        <Icon name={chipIcons[state]} small spin={state === 'send'} />
        {words}
      </span>
    </Link>
  )
}

function chipWords(t: WordsOf<'parts'>['chip'], sync: SyncState, short: boolean): string {
  switch (chipState(sync)) {
    case 'send':
      if (sync.phase === 'pulling' || sync.toSend === 0) return t.receiving
      return (short ? t.sendingShort : t.sending)(sync.sent, sync.toSend)
    case 'bad': return t.needsYou
    case 'ok': return short ? '' : t.done
    case 'idle': return t.idle
    case 'off': case 'wait':
      if (sync.waiting > 0) return (short ? t.waitingShort : t.waiting)(sync.waiting)
      return sync.trouble?.kind === 'offline' ? t.noNetwork : t.idle
  }
}
