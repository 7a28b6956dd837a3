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
  /** On a returned form: which of its notes the form is at, in words. */
  readonly note?: string
  /** Where the record is, and since when the server has it. */
  readonly where?: ReactNode
}

/** Shows the current part of the form and that everything typed is saved. */
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

/** A save shorter than this is not shown: a word that comes and goes with every key would only distract. */
const SLOW_MS = 400

/** "Đã lưu" as long as everything typed reaches the disk within `SLOW_MS`. A slower save is shown as "saving". */
function SavedMark({ saver }: { readonly saver: DraftSaver }) {
  const t = useText(formTexts)
  const mark = useRef<HTMLSpanElement>(null)
  const [isSlow, saySlow] = useChanging<boolean>(() => false, Object.is)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = (): void => {
      const isSaving = saver.isSaving()
      // Set directly on the element: it changes with every key, and a React render would cost as much as the key itself.
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

/** Shown when the disk is full or the storage is gone: says what is safe and offers to save again. The form takes no answers until then. */
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
