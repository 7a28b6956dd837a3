import { offeredOf, prefillFrom } from '../../../domain/forms/offering/prefill'
import { currentForm } from '../../../domain/forms/registry'
import { upgraded } from '../../../domain/forms/upgrades'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import type { RecordHead } from '../../../domain/records/record'
import { labourForms } from '../../../domain/records/survey'
import { vietnamDay } from '../../../domain/time'
import type { Draft } from '../../../storage/ledger'
import { rememberBegun } from '../../form/draft/newDrafts'
import { surveyOn } from '../../parts/reading/surveyOn'
import type { Services } from '../../services'
import { newestAnswers } from './newestAnswers'

interface NewDraft {
  readonly commune: string
  readonly head: RecordHead
  /** Answers known before the person was asked. Their questions are offered for confirmation. */
  readonly answers: Answers
  /** Ids of people said not to be this person. */
  readonly others?: readonly string[]
  /** The first answers are work already (a scanned identity card): the draft is not removed when it is left unchanged. */
  readonly isWork?: boolean
}

/** Stores a new draft. @returns its id; `null` = it could not be stored */
async function newDraft({ ledger, newId, now }: Services, { commune, head, answers, others, isWork = false }: NewDraft): Promise<string | null> {
  const told = Object.fromEntries(offeredOf(head.kind, answers).map((field) => [field, 'offered' as const]))
  const draft: Draft = { id: newId(), commune, head, form: currentForm(head.kind).key, base: 0, answers, reasons: {}, savedAt: new Date(now()).toISOString(), told, ...(others && { others }) }
  const saved = await ledger.saveDraft(draft)
  if (saved.ok && !isWork) rememberBegun(ledger, draft)
  return saved.ok ? draft.id : null
}

/**
 * Finds the person's form of this survey, otherwise creates a draft with what the register already knows.
 * @returns the id of the form; `null` = the draft could not be stored
 */
export async function startForm(services: Services, kind: 'labour' | 'asxh', person: Card): Promise<string | null> {
  const { ledger, holder, now } = services
  const context = ledger.context(person.commune)
  const today = vietnamDay(now())
  const labour = labourForms(ledger.cards(), person.id, surveyOn(ledger, person.commune, today))
  const existing = kind === 'labour' ? labour.current : ledger.cards().find((card) => card.kind === kind && card.person === person.id)
  if (existing) return existing.id
  const [own, household, earlier] = await Promise.all([newestAnswers(ledger, person.id), newestAnswers(ledger, person.household ?? ''), ledger.getRecord(labour.earlier?.id ?? '')])
  const others = await ledger.toldApart(person.id)
  const hamlet = context?.hamlets.find((each) => each.id === person.hamlet)
  const answers = prefillFrom(kind, {
    person: own ?? {},
    household: household ?? {},
    provinceCode: context?.commune.provinceCode ?? '',
    communeCode: person.commune,
    hamletCode: hamlet?.code ?? '',
    hamletName: hamlet?.name ?? '',
    collectedOn: today,
    collectorId: holder.userId,
    collectorName: holder.name,
    ...(earlier && { earlier: upgraded({ form: earlier.form, answers: earlier.answers }).answers }),
  })
  return newDraft(services, { commune: person.commune, head: { kind, hamlet: person.hamlet, household: person.household, person: person.id }, answers, others })
}

/** Creates the draft of a new household. @returns its id; `null` = it could not be stored */
export function startHousehold(services: Services, commune: string, hamlet: string): Promise<string | null> {
  return newDraft(services, { commune, head: { kind: 'household', hamlet, household: null, person: null }, answers: {} })
}

/**
 * Creates the draft of a new person in a household.
 * @param answers read from the person's identity card
 * @returns its id; `null` = it could not be stored
 */
export function startPerson(services: Services, household: Card, answers: Answers = {}): Promise<string | null> {
  return newDraft(services, { commune: household.commune, head: { kind: 'person', hamlet: household.hamlet, household: household.id, person: null }, answers, isWork: Object.keys(answers).length > 0 })
}
