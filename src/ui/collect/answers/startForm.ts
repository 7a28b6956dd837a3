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
  /** What is known before anybody was asked: their questions are offered for confirmation. */
  readonly answers: Answers
  readonly others?: readonly string[]
  /** Its first answers are work of their own: nobody ends it for being left as it began. */
  readonly isWork?: boolean
}

/** Puts a new draft on the disk and gives its id; `null` when the disk refuses (the ledger has said why). */
async function newDraft({ ledger, newId, now }: Services, { commune, head, answers, others, isWork = false }: NewDraft): Promise<string | null> {
  const told = Object.fromEntries(offeredOf(head.kind, answers).map((field) => [field, 'offered' as const]))
  const draft: Draft = { id: newId(), commune, head, form: currentForm(head.kind).key, base: 0, answers, reasons: {}, savedAt: new Date(now()).toISOString(), told, ...(others && { others }) }
  const saved = await ledger.saveDraft(draft)
  if (saved.ok && !isWork) rememberBegun(ledger, draft)
  return saved.ok ? draft.id : null
}

/** A form about a person: the one there is in this survey, else a new draft with what the register already knows. */
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

export function startHousehold(services: Services, commune: string, hamlet: string): Promise<string | null> {
  return newDraft(services, { commune, head: { kind: 'household', hamlet, household: null, person: null }, answers: {} })
}

/** @param answers what their identity card tells */
export function startPerson(services: Services, household: Card, answers: Answers = {}): Promise<string | null> {
  return newDraft(services, { commune: household.commune, head: { kind: 'person', hamlet: household.hamlet, household: household.id, person: null }, answers, isWork: Object.keys(answers).length > 0 })
}
