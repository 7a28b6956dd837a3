import { answersAbout, isKinship, mayBeSelf } from '../../domain/forms/subjects/otherPeople'
import { isPerson, type Card } from '../../domain/records/cards/card'
import type { RecordHead } from '../../domain/records/record'
import { isOfAge } from '../../domain/records/round/worklist'
import { memberWords } from '../collect/household/memberWords'
import { useWorkRules } from '../collect/hamlet/useRound'
import { Empty } from '../parts/states/Empty'
import { Sheet } from '../parts/frame/Sheet'
import { useCards } from '../parts/reading/useCards'
import { collectTexts } from '../text/collect'
import { formTexts } from '../text/form'
import { useText } from '../text/useText'
import type { FormSession } from './filling/useFormSession'

interface MemberSheetProps {
  readonly session: FormSession
  /** The question for the other person's name. */
  readonly field: string
  readonly onClose: () => void
}

/** Chooses a member of the household. Fills in the member's name, number and phone, and offers their relation for confirmation. */
export function MemberSheet({ session: { draft: { commune, head }, asked, answers, take }, field, onClose }: MemberSheetProps) {
  const t = useText(formTexts)
  const words = useText(collectTexts)
  const rules = useWorkRules(commune)
  const household = useCards().filter((card) => isOfHousehold(card, head))
  const members = household.filter((card) => (card.id !== head.person || mayBeSelf(field)) && isOfAge(card, rules))
  const use = (member: Card): void => {
    onClose()
    const self = household.find(({ id }) => id === head.person)
    const told = answersAbout(field, member, { answers: answers(), isAsked: (other) => asked.has(other), members, self })
    take(told, Object.keys(told).filter((question) => isKinship(question) && told[question] !== undefined))
  }
  return (
    <Sheet title={t.whoOfHousehold} onClose={onClose}>
      {members.length === 0 && <Empty icon="users" title={t.nobodyElse} />}
      <ul className="list">
        {members.map((member) => (
          <li key={member.id}>
            <button type="button" className="row" onClick={() => use(member)}>
              <div>
                <div className="t-m">{member.name}</div>
                <div className="m">{memberWords(member, rules.today, words)}</div>
              </div>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const isOfHousehold = (card: Card, { household }: RecordHead): boolean => isPerson(card) && card.household === household && !card.gone
