import { useCallback, useEffect, useState } from 'react'
import { whyGroupNotAsked } from '../../domain/forms/asking/ask'
import type { Group } from '../../domain/forms/form'
import type { ReviewNote } from '../../domain/records/record'
import { groupOfField, shownGroups } from './groups'
import { boxId } from './question/Question'
import { frameId } from './question/QuestionFrame'
import type { FormSession } from './filling/useFormSession'

export interface FormPlace {
  /** The parts that are asked now. */
  readonly open: readonly Group[]
  readonly group: Group | undefined
  readonly index: number
  readonly go: (group: Group | undefined) => void
  /** Opens the part with this question and puts the focus on the question. */
  readonly goTo: (field: string) => void
  /** The question gone to last; `null` = none. */
  readonly at: string | null
}

/** To a question, or (`null`) to the start of a part. A new object for each move, so that going to the same place again moves again. */
interface Move {
  readonly field: string | null
}

/** Which part of the form is on the screen. A returned form opens at its first note, unless its draft has a place already. */
export function useFormPlace(session: FormSession, notes: readonly ReviewNote[]): FormPlace {
  const { form, draft, answers, saver } = session
  const open = shownGroups(form, session.found).filter((group) => !whyGroupNotAsked(form, answers(), group))
  const [id, setId] = useState(() => firstPlace(session, notes) ?? draft.place ?? open[0]?.id)
  const [moved, move] = useState<Move | null>(() => (notes[0] && !draft.place ? { field: notes[0].field } : null))
  const [at, setAt] = useState<string | null>(null)
  const group = open.find((each) => each.id === id) ?? open[0]

  const go = useCallback((next: Group | undefined): void => {
    if (!next) return
    setId(next.id)
    void saver.save({ place: next.id })
    move({ field: null })
  }, [saver])

  const goTo = (field: string): void => {
    setAt(field)
    move({ field })
    const of = groupOfField(form, field)
    if (of) setId(of.id)
  }
  // Runs after the page is drawn and a closed sheet has given the focus back. Never on another render: it could steal the focus after a press.
  useEffect(() => {
    if (!moved) return
    if (moved.field === null) startOfPage()
    else focusQuestion(moved.field)
  }, [moved])
  return { open, group, index: group ? open.indexOf(group) : 0, go, goTo, at }
}

function firstPlace({ form, draft }: FormSession, notes: readonly ReviewNote[]): string | undefined {
  const noted = notes[0]
  return noted && !draft.place ? groupOfField(form, noted.field)?.id : undefined
}

function focusQuestion(field: string): void {
  const question = document.getElementById(frameId(boxId(field)))
  const box = question?.querySelector<HTMLElement>('input:checked') ?? question?.querySelector<HTMLElement>('input, select, textarea, button')
  const target = box ?? question
  question?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}

/** A new part is read like a new page, from its heading. */
function startOfPage(): void {
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('.app h1')?.focus({ preventScroll: true })
}
