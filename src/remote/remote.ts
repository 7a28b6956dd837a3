import type * as z from 'zod/mini'
import type { RegisterRecord } from '../domain/records/record'
import type { Result } from '../domain/result'
import type {
  ApiError, Device, Enrolled, HistoryEntry, ImportPreview, ImportResult, ImportRow, Me, Survey, TwinQuery, TwinsElsewhere, User,
  createUserSchema, saveHamletSchema, updateUserSchema,
} from '../protocol/api'
import type { Hamlet } from '../protocol/messages'

/**
 * Why a request failed; any other `error` is the server's refusal.
 * - `offline`: no connection, a cut, or an answer that is not ours (a captive portal answers 200 with HTML)
 * - `notUnderstood`: an answer of ours that is not what was asked for
 */
export type RemoteFailure = { readonly error: 'offline' | 'notUnderstood' } | ApiError
type Answer<T> = Promise<Result<T, RemoteFailure>>

/** The server's API outside sync, typed. Never throws. Implemented in `remote/httpRemote.ts`. */
export interface Remote {
  /** The same remote under the session of one account, whoever signed in last in this browser. */
  as(userId: string): Remote
  signIn(username: string, password: string): Answer<Me>
  me(): Answer<Me>
  signOut(): Answer<null>
  changePassword(current: string, next: string): Answer<null>
  enrol(input: { readonly device: string; readonly commune: string; readonly label: string }): Answer<Enrolled>
  /** A whole record, within the account's scope. */
  record(commune: string, id: string): Answer<RegisterRecord>
  history(commune: string, record: string): Answer<readonly HistoryEntry[]>
  /**
   * The bytes of a photo named by a record in the account's scope or by a rescued draft of this account. `notFound` while the server does not have it
   * whole.
   */
  photo(commune: string, hash: string): Answer<Uint8Array<ArrayBuffer>>
  /** Whether a twin exists outside the hamlets of this account; says where, never who. */
  twinsElsewhere(commune: string, query: TwinQuery): Answer<TwinsElsewhere>

  users(commune: string): Answer<readonly User[]>
  createUser(input: z.infer<typeof createUserSchema>): Answer<{ readonly user: User; readonly password: string }>
  updateUser(id: string, change: z.infer<typeof updateUserSchema>): Answer<User>
  resetPassword(id: string): Answer<{ readonly password: string }>
  signOutEverywhere(id: string): Answer<null>
  devices(commune: string): Answer<readonly Device[]>
  revokeDevice(commune: string, id: string): Answer<null>
  hamlets(commune: string): Answer<readonly Hamlet[]>
  createHamlet(commune: string, input: z.infer<typeof saveHamletSchema>): Answer<Hamlet>
  updateHamlet(commune: string, id: string, input: z.infer<typeof saveHamletSchema>): Answer<Hamlet>
  /** The surveys of all communes of this administrator. */
  surveys(): Answer<readonly Survey[]>
  planSurvey(survey: Survey): Answer<null>
  dropSurvey(survey: Survey): Answer<null>
  previewImport(commune: string, rows: readonly ImportRow[]): Answer<ImportPreview>
  commitImport(commune: string, rows: readonly ImportRow[]): Answer<ImportResult>
}
