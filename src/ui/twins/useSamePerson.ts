import { useLocation } from 'wouter'
import type { Answers } from '../../domain/forms/answers'
import { compareOffered, type Comparison } from '../../domain/forms/offering/compareOffered'
import type { FormDefinition } from '../../domain/forms/form'
import { prune } from '../../domain/forms/asking/prune'
import type { Card } from '../../domain/records/cards/card'
import type { Draft } from '../../storage/ledger'
import { fitFor } from '../form/draft/fitFor'
import { stamped } from '../form/filling/stamped'
import type { FormSession } from '../form/filling/useFormSession'
import { useWorkingDraft } from '../form/draft/useWorkingDraft'
import { useOfferUndo } from '../parts/toast/useOfferUndo'
import { useServices } from '../services'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'

export interface SamePerson {
  readonly comparison: Comparison
  /** The person in the book takes over these of the answers; the newcomer's draft ends, and can be brought back. */
  readonly use: (chosen: Answers) => Promise<void>
}

/** The newcomer is somebody in the book; `null` while their record is read. */
export function useSamePerson({ form, answers, saver, end }: FormSession, twin: Card): SamePerson | null {
  const { ledger, now } = useServices()
  const t = useText(twinTexts)
  const offerUndo = useOfferUndo()
  const [, navigate] = useLocation()
  const known = useWorkingDraft(twin)
  if (!known) return null

  const use = (chosen: Answers): Promise<void> => end(async () => {
    const newcomer = saver.current()
    const isChanged = Object.keys(chosen).length > 0
    // The book's side first: a failure in between leaves both, never neither.
    const draft = fitFor(ledger, known, chosen)
    const saved = isChanged ? await ledger.saveDraft(stamped({ ...draft, answers: { ...draft.answers, ...chosen } }, now())) : null
    if (saved && !saved.ok) return saver.fail(saved.error.kind)
    const ended = await ledger.discardDraft(newcomer)
    if (!ended.ok) return saver.fail(ended.error.kind)
    offerUndo(t.used, ended.value)
    navigate(isChanged ? `/phieu/${twin.id}` : `/nguoi/${twin.id}`, { replace: true })
  })
  return { comparison: compareOffered(form, offersOf(form, answers(), saver.current(), twin), known.answers), use }
}

/** What was entered of the newcomer. Their relation to the head is a matter of the household they were to be added to. */
function offersOf(form: FormDefinition, answers: Answers, { head }: Draft, twin: Card) {
  return Object.entries(prune(form, answers)).flatMap(([field, value]) =>
    (value === undefined || (field === 'relationToHead' && head.household !== twin.household) ? [] : [[field, value] as const]))
}
