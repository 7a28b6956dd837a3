import { Box } from '../../../parts/Box'
import { LinkButton } from '../../../parts/LinkButton'
import { useCards } from '../../../parts/reading/useCards'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import { useDirectory } from '../../useDirectory'

const SHOWN = 10

/** Accepted forms that somebody corrected afterwards. Only the supervisor can decide about such a correction. */
export function Corrections() {
  const t = useText(reviewTexts)
  const { hamletName } = useDirectory()
  const corrected = useCards().filter((card) => card.corrected)
  if (corrected.length === 0) return null
  return (
    <Box kind="warn" icon="pencil" title={t.corrections.title(corrected.length)}>
      <ul className="refused">
        {corrected.slice(0, SHOWN).map((card) => (
          <li key={card.id} className="fx">
            <span className="gr"><b>{card.name}</b> {[t.kindLong[card.kind], hamletName(card.hamlet)].join(' · ')}</span>
            <LinkButton to={`/xung-dot/${card.id}`}>{t.corrections.open} <span className="vh">{card.name}</span></LinkButton>
          </li>
        ))}
      </ul>
      {corrected.length > SHOWN && <p className="sm">{t.corrections.more(corrected.length - SHOWN)}</p>}
    </Box>
  )
}
