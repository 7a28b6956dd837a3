import { useEffect, useRef, type ReactNode } from 'react'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { useChanging } from '../parts/drawing/useChanging'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { clockWords } from '../text/moments'
import { useText } from '../text/useText'
import { groupLabel } from './groups'
import type { DraftSaver } from './draft/useDraftSaver'
import type { FormPlace } from './useFormPlace'
import type { FormSession } from './filling/useFormSession'

interface FormHeadProps {
  readonly session: FormSession
  readonly place: FormPlace
  /** Which of the noted places, on a returned form. */
  readonly note?: string
  /** And since when the server has it. */
  readonly where?: ReactNode
}

/** Where in the form, and that it is saved: said at the place of work. */
export function FormHead({ session, place, note, where }: FormHeadProps) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  return (
    <div role="region" aria-label={t.progress} className="f-head">
      <div className="fx sb sm">
        <span><b>{t.place(place.index + 1, place.open.length)}</b>{place.group && ` · ${groupLabel(place.group, language)}`}</span>
        {!session.saver.failure && <SavedMark saver={session.saver} />}
      </div>
      <div className="steps" aria-hidden="true">
        {place.open.map((group, at) => <i key={group.id} className={at === place.index ? 'c' : at < place.index ? 'd' : ''} />)}
      </div>
      {note && <p className="note-walk b">{note}</p>}
      {where && <p>{where}</p>}
    </div>
  )
}

/** Below this nobody sees a difference, and a word that comes and goes with every key is only unrest. */
const SLOW_MS = 400

/** "Đã lưu" only while everything typed is on the disk; a slow disk is said as such. */
function SavedMark({ saver }: { readonly saver: DraftSaver }) {
  const t = useText(formTexts)
  const mark = useRef<HTMLSpanElement>(null)
  const [isSlow, saySlow] = useChanging<boolean>(() => false, Object.is)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = (): void => {
      const isSaving = saver.isSaving()
      // Written into the page by hand: it turns with every key, and drawing it anew would cost as much as the key itself.
      mark.current?.setAttribute('aria-busy', String(isSaving))
      clearTimeout(timer)
      if (isSaving) timer = setTimeout(() => saySlow(true), SLOW_MS)
      else saySlow(false)
    }
    follow()
    const stop = saver.subscribe(follow)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [saver, saySlow])
  return <span className="mut" aria-busy="false" ref={mark}>{isSlow ? t.saving : <><Icon name="check" small /> {t.saved(clockWords(saver.savedAt))}</>}</span>
}

/** The disk is full or gone: says what is safe, takes no new answers until saving works again. */
export function SaveTrouble({ saver }: { readonly saver: DraftSaver }) {
  const t = useText(formTexts)
  if (!saver.failure || saver.failure === 'locked') return null
  const isFull = saver.failure === 'diskFull'
  return (
    <Box kind="err" icon="stop" role="alert" title={isFull ? t.notSaved : t.storageLost}>
      {isFull && <p>{t.notSavedHelp}</p>}
      <p>{t.suspended}</p>
      <Button onClick={() => void saver.save({})}>{t.retrySave}</Button>
    </Box>
  )
}
