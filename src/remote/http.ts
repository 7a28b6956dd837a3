import { apiErrors, type ApiError } from '../protocol/api'
import { COLUMNS_TYPE } from '../protocol/codec'
import { fail, ok, type Result } from '../domain/result'
import type { RemoteFailure } from './remote'

/** The browser's own fetch, called as a function so that it keeps its `this`. */
export const browserFetch: typeof fetch = (input, init) => fetch(input, init)

/** The only place of the client that reaches the network. `fetch` is an argument so that tests own the line. */
export interface HttpDeps {
  readonly fetch: typeof fetch
  /** Origin of the server; '' in the browser. */
  readonly origin: string
  /** A request that brought no byte for this long is given up (ms). */
  readonly timeoutMs: number
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

export interface HttpAnswer {
  readonly status: number
  /** `columns` is for the reader to unpack, a `photo` is its bytes; `json` is then null, as it is of a refusal that cannot be read. */
  readonly type: 'json' | 'columns' | 'photo'
  readonly json: unknown
  /** The body, after what the browser itself unpacks. */
  readonly bytes: Uint8Array
  /** The line broke before its end: only of `columns`, where the beginning is worth something. */
  readonly isCut: boolean
  readonly serverTime: number | null
}

/**
 * One request. `offline` when there is no answer, a cut, a time-out, or an answer of no type of ours: a captive
 * portal says 200 with a page of its own, and that is no network. `notUnderstood` = it came whole, called JSON, and is none. Never throws.
 */
export async function send(deps: HttpDeps, request: HttpRequest): Promise<Result<HttpAnswer, { readonly error: 'offline' | 'notUnderstood' }>> {
  const patience = idleLimit(deps.timeoutMs)
  try {
    const response = await deps.fetch(deps.origin + request.path, {
      method: request.method,
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      signal: patience.signal,
      ...(request.headers && { headers: request.headers }),
      ...(request.body !== undefined && { body: request.body }),
    })
    const type = typeOf(response)
    if (!type) return fail({ error: 'offline' })
    const { bytes, isCut } = await bytesOf(response, patience.moved)
    if (isCut && type !== 'columns') return fail({ error: 'offline' })
    const date = Date.parse(response.headers.get('date') ?? '')
    const { status } = response
    const json = type === 'json' ? jsonIn(bytes) : null
    // Of a refusal its status is left, which says that the server is at fault.
    if (json === undefined && status < 400) return fail({ error: 'notUnderstood' })
    return ok({ status, type, json: json ?? null, bytes, isCut, serverTime: Number.isNaN(date) ? null : date })
  } catch {
    return fail({ error: 'offline' })
  } finally {
    patience.end()
  }
}

/** The line is alive while bytes move, however slowly (protocol rule 10): a limit on the whole would never let a page through. */
function idleLimit(ms: number) {
  const controller = new AbortController()
  const giveUp = (): void => controller.abort()
  let timer = setTimeout(giveUp, ms)
  return {
    signal: controller.signal,
    moved(): void {
      clearTimeout(timer)
      timer = setTimeout(giveUp, ms)
    },
    end: (): void => clearTimeout(timer),
  }
}

function typeOf(response: Response): HttpAnswer['type'] | null {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return 'json'
  if (type === 'image/jpeg') return 'photo'
  return type.startsWith(COLUMNS_TYPE) ? 'columns' : null
}

/** `undefined` = it is none. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

async function bytesOf(response: Response, moved: () => void): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const isCut = await readInto(parts, response, moved)
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()), isCut }
}

/** Whether the line broke on the way. */
async function readInto(parts: Uint8Array<ArrayBuffer>[], response: Response, moved: () => void): Promise<boolean> {
  const reader = response.body?.getReader()
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      moved()
      parts.push(next.value)
    }
    return false
  } catch {
    return true
  }
}

/** Reads the typed refusal of a 4xx/5xx; an unknown body counts as the server's fault. */
export function refusalOf(answer: HttpAnswer): RemoteFailure {
  const body = answer.json as Partial<ApiError> | null
  if (body && apiErrors.some((kind) => kind === body.error)) return body as ApiError
  return { error: 'internal' }
}
