import { Link } from 'wouter'
import type { Card } from '../../../domain/records/cards/card'
import { sameNumber } from '../../../domain/records/cards/findTwins'
import { DUPLICATE_NUMBER, reasonFor, withReasons } from '../../../domain/records/judging/serverWarnings'
import type { LocalRecord } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { useCards } from '../../parts/reading/useCards'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { collectTexts } from '../../text/collect'
import { twinTexts } from '../../text/twins'
import { useText } from '../../text/useText'
import { AskToMerge } from '../../twins/AskToMerge'

/** Warns that somebody else has the same personal number: found on this device, or reported by the server. It blocks nothing. */
export function SameNumber({ person }: { readonly person: Card }) {
  const t = useText(collectTexts)
  const twin = useText(twinTexts)
  const other = sameNumber(useCards(), person.number, person.id)
  const record = useLocalRecord(person.id)
  const warning = record?.server?.warnings.find((finding) => finding.id === DUPLICATE_NUMBER)
  if (!other && !warning) return null
  const reason = record && warning && reasonFor(reasonsIn(record), warning)
  return (
    <Box {...(!reason && { kind: 'warn' })} icon="alert" title={twin.sameNumber}>
      {other && <Link href={`/nguoi/${other.id}`}>{t.openOther}: {other.name}</Link>}
      {reason ? <p className="sm">{t.explained(reason)}</p> : !other && <NotHere person={person} />}
    </Box>
  )
}

/** The reasons on the record, including those that wait to be sent. Refused operations do not count. */
function reasonsIn({ server, pending }: LocalRecord): Readonly<Record<string, string>> {
  return withReasons(server?.reasons ?? {}, pending.flatMap(({ operation, trouble }) => (trouble?.kind === 'refused' ? [] : operation)))
}

/** The other person is not on this device, so nothing about them is shown. The supervisor, who sees both, can be asked to merge them. */
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
