import type { Card } from './card'
import { isAsxhDue, isLabourDue, type WorkRules } from './worklist'

/** How far one hamlet is. Counts people at doors that are known here, as `worklistOf` lists them. */
export interface RoundTotals {
  readonly households: number
  readonly people: number
  readonly labourDone: number
  readonly labourDue: number
  readonly asxhDone: number
  readonly asxhAsked: number
}

type Counting = { -readonly [K in keyof RoundTotals]: RoundTotals[K] }

/**
 * The totals of every hamlet in one pass, for the list that is drawn first after unlocking: the rounds themselves, sorted
 * and door by door, are made only for the hamlet that is opened.
 */
export function roundTotals(cards: readonly Card[], rulesOf: (commune: string) => WorkRules): ReadonlyMap<string, RoundTotals> {
  const totals = new Map<string, Counting>()
  const doors = new Set<string>()
  const forms = new Map<string, Card>()
  for (const card of cards) {
    if (card.kind === 'household') {
      doors.add(placeOf(card.hamlet, card.id))
      countingIn(totals, card.hamlet).households += 1
    } else if (card.person !== null) forms.set(formKey(card.kind, card.hamlet, card.person), card)
  }
  for (const card of cards) {
    if (card.kind !== 'person' || !doors.has(placeOf(card.hamlet, card.household ?? ''))) continue
    addPerson(countingIn(totals, card.hamlet), card, forms, rulesOf(card.commune))
  }
  return totals
}

function addPerson(counting: Counting, person: Card, forms: ReadonlyMap<string, Card>, rules: WorkRules): void {
  const labour = forms.get(formKey('labour', person.hamlet, person.id))
  const asxh = forms.get(formKey('asxh', person.hamlet, person.id))
  counting.people += 1
  if (isLabourDue(person, labour, rules)) counting.labourDue += 1
  else if (labour) counting.labourDone += 1
  if (!asxh) return
  counting.asxhAsked += 1
  if (!isAsxhDue(asxh)) counting.asxhDone += 1
}

function countingIn(totals: Map<string, Counting>, hamlet: string): Counting {
  const known = totals.get(hamlet)
  if (known) return known
  const fresh: Counting = { households: 0, people: 0, labourDone: 0, labourDue: 0, asxhDone: 0, asxhAsked: 0 }
  totals.set(hamlet, fresh)
  return fresh
}

const placeOf = (hamlet: string, household: string): string => hamlet + household
const formKey = (kind: string, hamlet: string, person: string): string => kind + hamlet + person
