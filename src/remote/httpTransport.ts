import { fail, ok, type Result } from '../domain/result'
import { COLUMNS_TYPE, ENCODING_HEADER, packBody, packByColumns, unpackAnswer, type PackedBody, type UnpackedAnswer } from '../protocol/codec'
import type { SyncRequest, SyncResponse } from '../protocol/messages'
import type { Exchange, Transport, TransportFailure } from '../sync/transport'
import { refusalOf, type HttpAnswer } from './http'
import type { Session } from './session'
import { failureOf } from './transportFailure'

/**
 * The sync exchange over `POST /api/sync`, packed by columns. If either side does not understand the other's packing, everything after goes as plain JSON
 * (S14): a packing fault must never come between a phone and the server.
 */
export function httpTransport(session: Session): Transport {
  let byColumns = true

  async function exchange(request: SyncRequest): Promise<Result<Exchange, TransportFailure>> {
    const start = performance.now()
    const packed = await (byColumns ? packByColumns(request) : packBody(request))
    for (let attempt = 1; ; attempt += 1) {
      const token = await session.csrf()
      if (!token.ok) return fail(failureOf(token.error))
      const answer = await session.raw({ method: 'POST', path: '/api/sync', headers: headersOf(packed, token.value), body: packed.bytes })
      if (!answer.ok) return fail(failureOf(answer.error))
      const refusal = answer.value.status >= 400 ? refusalOf(answer.value) : null
      if (refusal?.error === 'csrf' && attempt === 1) {
        session.forget()
        continue
      }
      if (refusal?.error === 'malformed' && packed.encoding === 'columns') {
        byColumns = false
        return exchange(request)
      }
      return refusal ? fail(failureOf(refusal)) : answered(answer.value, packed.bytes.length, performance.now() - start)
    }
  }

  async function answered(answer: HttpAnswer, bytesUp: number, tookMs: number): Promise<Result<Exchange, TransportFailure>> {
    const read = await unpacked(answer)
    if (!read.ok) {
      byColumns = false
      return fail({ kind: 'notUnderstood' })
    }
    const { response, isWhole } = read.value
    if (!isOurs(response)) return fail({ kind: isWhole ? 'notUnderstood' : 'offline' })
    if (!isWhole && isEmpty(response)) return fail({ kind: 'offline' })
    return ok({ response, bytesUp, bytesDown: answer.bytes.length, serverTime: answer.serverTime, isCut: !isWhole, tookMs })
  }

  return { exchange }
}

function headersOf({ encoding }: PackedBody, token: string): Readonly<Record<string, string>> {
  if (encoding === 'columns') return { 'content-type': COLUMNS_TYPE, 'x-csrf-token': token, accept: `${COLUMNS_TYPE}, application/json` }
  return { 'content-type': 'application/octet-stream', [ENCODING_HEADER]: encoding, 'x-csrf-token': token }
}

async function unpacked(answer: HttpAnswer): Promise<Result<UnpackedAnswer, 'broken'>> {
  if (answer.type === 'json') return ok({ response: answer.json as SyncResponse | null, isWhole: true })
  try {
    const read = await unpackAnswer(answer.bytes)
    // A broken connection is reported as `isCut`. An answer that ends too early without that is not our packing.
    return read.isWhole || answer.isCut ? ok(read) : fail('broken')
  } catch {
    return fail('broken')
  }
}

/** Only checks that the answer comes from our server and trusts it for the rest: foreign JSON has no `outcomes`. */
const isOurs = (response: SyncResponse | null): response is SyncResponse => typeof response?.protocol === 'number' && Array.isArray(response.outcomes)

/** So little of it arrived that asking again would make no progress. */
const isEmpty = ({ outcomes, page }: SyncResponse): boolean => outcomes.length === 0 && page?.records.length === 0 && !page.amended?.length
