import { Link } from 'wouter'
import type { Card } from '../../../domain/records/cards/card'
import { sameNumber } from '../../../domain/records/cards/findTwins'
import { DUPLICATE_NUMBER } from '../../../domain/records/judging/serverWarnings'
import { Box } from '../../parts/Box'
import { useCards } from '../../parts/reading/useCards'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { collectTexts } from '../../text/collect'
import { twinTexts } from '../../text/twins'
import { useText } from '../../text/useText'
import { AskToMerge } from '../../twins/AskToMerge'

/** The same number on somebody else: on this device by looking, elsewhere by the server's word. Never a stop. */
export function SameNumber({ person }: { readonly person: Card }) {
  const t = useText(collectTexts)
  const twin = useText(twinTexts)
  const other = sameNumber(useCards(), person.number, person.id)
  const isElsewhere = useLocalRecord(person.id)?.server?.warnings.some((finding) => finding.id === DUPLICATE_NUMBER)
  if (!other && !isElsewhere) return null
  return (
    <Box kind="warn" icon="alert" title={twin.sameNumber}>
      {other ? <Link href={`/nguoi/${other.id}`}>{t.openOther}: {other.name}</Link> : <NotHere person={person} />}
    </Box>
  )
}

/** Nothing of the other one may be shown here: who has both before them decides. */
function NotHere({ person }: { readonly person: Card }) {
  const t = useText(twinTexts)
  const mayAsk = person.asked === undefined && person.sameAs === undefined && !person.hasDraft
  return (
    <>
      <p className="sm">{t.notHere}</p>
      {mayAsk && <div className="box-a"><AskToMerge person={person} other={{ note: t.sameNumber }} /></div>}
    </>
  )
}
