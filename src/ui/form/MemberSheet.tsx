import { answersAbout } from '../../domain/forms/otherPeople'
import type { Answers } from '../../domain/forms/answers'
import { isPerson, type Card } from '../../domain/records/card'
import type { RecordHead } from '../../domain/records/record'
import { isOfAge } from '../../domain/records/worklist'
import { memberWords } from '../collect/memberWords'
import { useWorkRules } from '../collect/useRound'
import { Empty } from '../parts/Empty'
import { Sheet } from '../parts/Sheet'
import { useCards } from '../parts/useCards'
import { collectTexts } from '../text/collect'
import { formTexts } from '../text/form'
import { useText } from '../text/useText'

interface MemberSheetProps {
  readonly commune: string
  readonly head: RecordHead
  /** The question for the name. */
  readonly field: string
  readonly onUse: (answers: Answers) => void
  readonly onClose: () => void
}

/** Who of the household is meant: name, number and phone are then known. */
export function MemberSheet({ commune, head, field, onUse, onClose }: MemberSheetProps) {
  const t = useText(formTexts)
  const words = useText(collectTexts)
  const rules = useWorkRules(commune)
  const members = useCards().filter((card) => isOther(card, head) && isOfAge(card, rules))
  return (
    <Sheet title={t.whoOfHousehold} onClose={onClose}>
      {members.length === 0 && <Empty icon="users" title={t.nobodyElse} />}
      <ul className="list">
        {members.map((member) => (
          <li key={member.id}>
            <button type="button" className="row" onClick={() => onUse(answersAbout(field, member))}>
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

const isOther = (card: Card, { household, person }: RecordHead): boolean => isPerson(card) && card.household === household && card.id !== person && !card.gone
