import { AskFirst } from '../../../parts/AskFirst'
import { Box } from '../../../parts/Box'
import { LinkButton } from '../../../parts/LinkButton'
import { useCards } from '../../../parts/reading/useCards'
import { useServices } from '../../../services'
import { failureTexts } from '../../../text/failures'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { useRefusedDecisions } from './useRefusedDecisions'

/** Decisions that did not take effect, each with its reason. Each stays until the supervisor decides again or drops the decision. */
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
        {refused.map(({ pending: { device, operation, trouble }, decision }) => (
          <li key={`${device}:${operation.counter}`} className="fx">
            <span className="gr">
              <b>{t.trouble[decision]}: {cards.find((card) => card.id === operation.record)?.name ?? t.record.notFound}.</b>{' '}
              {trouble?.kind === 'refused' ? words.refused(words.refusal[trouble.reason]) : words.held}
            </span>
            {decision === 'resolve'
              ? <LinkButton to={`/xung-dot/${operation.record}`}>{t.corrections.open}</LinkButton>
              : <LinkButton to={`/kiem-tra/${operation.record}`}>{t.trouble.open}</LinkButton>}
            <AskFirst label={t.trouble.drop} what={t.trouble.dropWhat} keep={t.trouble.keep} work={() => ledger.setAside(device, operation.counter)} />
          </li>
        ))}
      </ul>
    </Box>
  )
}
