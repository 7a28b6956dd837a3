import { apiErrors, type ApiError } from '../protocol/api'
import { COLUMNS_TYPE } from '../protocol/codec'
import { fail, ok, type Result } from '../domain/result'
import type { RemoteFailure } from './remote'

/** The browser's `fetch`, called as a plain function so that it keeps its `this`. */
export const browserFetch: typeof fetch = (input, init) => fetch(input, init)

/** The only place where the client reaches the network. `fetch` is passed in so that tests control the line. */
export interface HttpDeps {
  readonly fetch: typeof fetch
  /** Origin of the server; '' in the browser. */
  readonly origin: string
  /** A request is given up after this long without a byte (ms). */
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
  /** `columns`: the caller unpacks `bytes`. `photo`: `bytes` is the photo. For both `json` is null, as it is for a refusal that cannot be read. */
  readonly type: 'json' | 'columns' | 'photo'
  readonly json: unknown
  /** The body as the browser gives it, content encoding undone. */
  readonly bytes: Uint8Array
  /** The connection broke before the end. Only for `columns`, where the beginning can be used. */
  readonly isCut: boolean
  readonly serverTime: number | null
}

/**
 * Sends one request. Never throws.
 * - `offline`: no answer, a cut, a time-out, or an answer of a type that is not ours: a captive portal answers 200 with its own page
 * - `notUnderstood`: it arrived whole and claims to be JSON, but is not
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
    // A refusal without readable JSON still has its status, which counts as a fault of the server.
    if (json === undefined && status < 400) return fail({ error: 'notUnderstood' })
    return ok({ status, type, json: json ?? null, bytes, isCut, serverTime: Number.isNaN(date) ? null : date })
  } catch {
    return fail({ error: 'offline' })
  } finally {
    patience.end()
  }
}

/**
 * Aborts only after `ms` without a byte: the line is alive while bytes move, however slowly (S10). A limit on the whole would never let a page through on
 * a slow line.
 */
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

/** The JSON value; `undefined` = it is not JSON. */
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

/** @returns whether the connection broke before the end */
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

/** Reads the typed refusal of a 4xx/5xx; an unknown body counts as a fault of the server. */
export function refusalOf(answer: HttpAnswer): RemoteFailure {
  const body = answer.json as Partial<ApiError> | null
  if (body && apiErrors.some((kind) => kind === body.error)) return body as ApiError
  return { error: 'internal' }
}
