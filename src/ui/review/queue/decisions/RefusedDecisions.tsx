import { Box } from '../../../parts/Box'
import { Button } from '../../../parts/Button'
import { LinkButton } from '../../../parts/LinkButton'
import { useCards } from '../../../parts/reading/useCards'
import { useServices } from '../../../services'
import { failureTexts } from '../../../text/failures'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { decisionIn } from '../../useDecide'
import { useRefusedDecisions } from './useRefusedDecisions'

/** Decisions that did not happen, each with its reason, until the supervisor opens the form again or puts it away. */
export function RefusedDecisions() {
  const t = useText(reviewTexts)
  const words = useText(failureTexts)
  const { ledger } = useServices()
  const cards = useCards()
  const refused = useRefusedDecisions()
  if (refused.length === 0) return null
  return (
    <Box kind="err" icon="stop" title={t.trouble.title(refused.length)} role="status">
      <ul className="refused">
        {refused.map(({ device, operation, trouble }) => (
          <li key={`${device}:${operation.counter}`} className="fx">
            <span className="gr">
              <b>{t.trouble[decisionIn(operation) ?? 'return']}: {cards.find((card) => card.id === operation.record)?.name ?? t.record.notFound}.</b>{' '}
              {trouble?.kind === 'refused' ? words.refused(words.refusal[trouble.reason]) : words.held}
            </span>
            <LinkButton to={`/kiem-tra/${operation.record}`}>{t.trouble.open}</LinkButton>
            <Button kind="quiet" onClick={() => void ledger.setAside(device, operation.counter)}>{t.trouble.drop}</Button>
          </li>
        ))}
      </ul>
    </Box>
  )
}
