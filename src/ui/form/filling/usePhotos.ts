import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answers, AnswerValue } from '../../../domain/forms/answers'
import type { FormDefinition } from '../../../domain/forms/form'
import { fieldLabel } from '../../../domain/forms/wording/words'
import type { Draft, StorageFailure } from '../../../storage/ledger'
import { useRaise } from '../../parts/reading/useRaise'
import { useOwnToast, useToast } from '../../parts/toast/useToast'
import { useOutside } from '../../outside'
import { photoUnderWay } from '../../photos/underWay'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { useLanguage } from '../../text/language'
import { photoTexts } from '../../text/photos'
import { useText } from '../../text/useText'

/** `working`: the photo is being made smaller and stored. Otherwise: why there is no photo. */
export type PhotoState = 'working' | 'notPicture' | StorageFailure['kind']

export interface Photos {
  /** By field. */
  readonly states: Readonly<Record<string, PhotoState>>
  readonly take: (field: string, file: File) => void
  /** Removes the photo. A toast can bring it back, until another photo is taken. */
  readonly remove: (field: string) => void
  /** Call this when a failure was shown at its question. It is then not shown anywhere else. */
  readonly seen: (field: string) => void
}

/**
 * Turns camera files into photos kept on this device, as answers of a form. The work belongs to the form, not to the question: it goes on
 * while another part is on the screen, and after the form was left.
 */
export function usePhotos(form: FormDefinition, { id, commune }: Draft, answers: () => Answers, answer: (field: string, value: AnswerValue | undefined) => void): Photos {
  const { ledger } = useServices()
  const { platform } = useOutside()
  const raise = useRaise()
  const t = useText(photoTexts)
  const toast = useToast()
  const ownToast = useOwnToast()
  const { language } = useLanguage()
  const words = usePhotoWords()
  const { states, show, seen } = usePhotoStates()
  const isLeft = useRef(false)
  useEffect(() => () => { isLeft.current = true }, [])

  const keep = async (field: string, file: File): Promise<boolean> => {
    show(field, 'working')
    const shrunk = await platform.shrinkPhoto(file)
    const kept = shrunk.ok ? await ledger.photos.keep({ commune, record: id, bytes: shrunk.value }) : null
    const trouble = !kept ? 'notPicture' : kept.ok ? null : kept.error.kind
    show(field, trouble)
    if (kept?.ok) answer(field, kept.value)
    else if (trouble && isLeft.current) toast.show(`${fieldLabel(form.fields[field]!, language, true)}: ${words(trouble)}`, { isTrouble: true })
    return trouble === null
  }
  const take = (field: string, file: File): void => {
    ownToast.end()
    photoUnderWay(id, keep(field, file).catch((bug: unknown) => {
      raise(bug)
      return false
    }))
  }
  const remove = (field: string): void => {
    const hash = answers()[field]
    answer(field, undefined)
    ownToast.offer(t.removed, () => answer(field, hash))
  }
  return { states, take, remove, seen }
}

/** The state shown for the photo of each question. */
function usePhotoStates() {
  const [states, setStates] = useState<Photos['states']>({})
  const show = (field: string, state: PhotoState | null): void => setStates((before) => {
    const { [field]: _, ...others } = before
    return state ? { ...others, [field]: state } : others
  })
  const seen = useCallback((field: string): void => setStates((before) => {
    const { [field]: state, ...others } = before
    return state === undefined || state === 'working' ? before : others
  }), [])
  return { states, show, seen }
}

/** Words for a photo's state. */
export function usePhotoWords(): (state: PhotoState) => string {
  const t = useText(photoTexts)
  const failures = useText(failureTexts)
  return (state) => (state === 'working' ? t.working : state === 'notPicture' ? t.notPicture : failures.storage[state])
}
