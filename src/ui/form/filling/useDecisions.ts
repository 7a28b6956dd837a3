import { useCallback, useState } from 'react'
import { sameAnswer, type Answers, type AnswerValue } from '../../../domain/forms/answers'
import { asItWas } from '../../../domain/forms/offering/asItWas'
import { partChanges } from '../../../domain/forms/asking/ask'
import type { FormDefinition } from '../../../domain/forms/form'
import { useOwnToast } from '../../parts/toast/useToast'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import { useStanding, type Answering, type Questions, type Standing } from './useStanding'

/** Changes that would drop other answers. They wait for the officer to decide. */
export interface Proposal {
  readonly changes: Answers
  /** The answers before the changes, by the same fields. Undo goes back to them, and so does cancel, for answers that other questions depend on. */
  readonly before: Answers
  readonly cleared: readonly string[]
}

export interface Decisions extends Questions, Pick<Standing, 'identity' | 'lastAnswered' | 'undo'> {
  readonly proposal: Proposal | null
  /** Takes an answer given in one press. It decides which questions are asked, and names the answers it would drop first. */
  readonly choose: (field: string, value: AnswerValue | undefined) => void
  /** Lets the typed answers of these fields decide which questions are asked. False = some would drop other answers, so the officer is asked first. */
  readonly settle: (fields: readonly string[]) => boolean
  readonly confirm: () => void
  readonly cancel: () => void
}

/** Decides which questions are asked, from the answers that stand. Asks first before a change drops other answers. */
export function useDecisions(form: FormDefinition, answering: Answering): Decisions {
  const toast = useOwnToast()
  const t = useText(formTexts)
  const answers = answering.store.all
  const { questions, standing, apply, ...sitting } = useStanding(form, answering)
  const [proposal, setProposal] = useState<Proposal | null>(null)

  const decide = useCallback((changes: Answers): boolean => {
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, standing(field)]))
    const { free, dropping, cleared } = partChanges(form, { ...answers(), ...before }, changes)
    if (Object.keys(free).length > 0) apply(free)
    if (cleared.length === 0) return true
    setProposal({ changes: dropping, before: Object.fromEntries(Object.keys(dropping).map((field) => [field, before[field]])), cleared })
    return false
  }, [form, answers, standing, apply])

  const choose = useCallback((field: string, value: AnswerValue | undefined): void => void decide({ [field]: value }), [decide])
  const settle = useCallback((fields: readonly string[]): boolean => {
    const changed = fields.filter((field) => !sameAnswer(standing(field), answers()[field]))
    return changed.length === 0 || decide(Object.fromEntries(changed.map((field) => [field, answers()[field]])))
  }, [answers, standing, decide])

  const confirm = (): void => {
    if (!proposal) return
    apply(proposal.changes)
    setProposal(null)
    const then = answers()
    toast.offer(t.changed, () => takeBack(proposal, then))
  }
  /** Undoes those of the changes that still stand. If that would drop answers given since `then`, it names them first, like any other change. */
  const takeBack = ({ changes, before }: Proposal, then: Answers): void => {
    const stands = Object.keys(changes).filter((field) => sameAnswer(standing(field), changes[field]))
    const back = Object.fromEntries(stands.map((field) => [field, before[field]]))
    const { cleared } = partChanges(form, answers(), back)
    if (cleared.every((field) => sameAnswer(answers()[field], then[field]))) apply(back)
    else decide(back)
  }
  const cancel = (): void => {
    if (proposal) apply(Object.fromEntries(Object.entries(proposal.before).map(([field, before]) => [field, asItWas(form, answers(), field, before)])))
    setProposal(null)
  }
  return { ...questions, ...sitting, proposal, choose, settle, confirm, cancel }
}
