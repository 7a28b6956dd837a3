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
  /** Writes the chosen answers into a draft of the recorded person and discards the newcomer's draft, with an undo. */
  readonly use: (chosen: Answers) => Promise<void>
}

/** For a newcomer who is the recorded person `twin`: compares their answers and merges them. `null` = the record is not read yet. */
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
    // The recorded person's draft is saved first: a failure in between leaves both drafts, never neither.
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

/** The newcomer's answers, to be offered. The relation to the head counts only if both are in the same household. */
function offersOf(form: FormDefinition, answers: Answers, { head }: Draft, twin: Card) {
  return Object.entries(prune(form, answers)).flatMap(([field, value]) =>
    (value === undefined || (field === 'relationToHead' && head.household !== twin.household) ? [] : [[field, value] as const]))
}
