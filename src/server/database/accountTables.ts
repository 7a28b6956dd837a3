import type { Generated } from 'kysely'
import type { Role } from '../../domain/access'
import type { Instant, PlainDate } from '../../domain/time'

/*
 * Accounts and what hangs on them. Directory tables (small, the same on every node: Citus "reference tables") have
 * their own keys; every other table has `commune` first in its keys. Instants are ISO strings in both directions.
 */

/** Directory. One row; `epoch` is made anew when a backup is restored, so that old cursors are refused. */
export interface InstanceTable {
  id: string
  epoch: string
  created_at: Instant
}

/** Directory. */
export interface AppUserTable {
  id: string
  username: string
  name: string
  role: Role
  /** Argon2id in its usual encoded form (`$argon2id$v=19$m=...`). */
  password_hash: string
  disabled: Generated<boolean>
  /** Grows with every change of role or areas; part of a replica's scope. */
  scope_version: Generated<number>
  created_at: Instant
  last_seen_at: Instant | null
}

/** Directory. The token itself is only in the cookie; here is its SHA-256 (hex). */
export interface AppSessionTable {
  token_hash: string
  user_id: string
  csrf: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
}

/** Directory. Wrong passwords by account name, by address and by both; keys are hashes, so unknown names leave no trace either. */
export interface SignInGuessTable {
  key: string
  failures: number
  last_at: Instant
  locked_until: Instant | null
}

/** Directory. Key pairs of the sealed queue; the private half is sealed with the server's secret. */
export interface ServerKeyTable {
  id: string
  public_key: string
  private_key: Buffer
  created_at: Instant
  retired_at: Instant | null
}

export interface HamletTable {
  commune: string
  id: string
  code: string
  name: string
  labour_target: Generated<number>
  asxh_target: Generated<number>
}

/** A labour survey of the commune goes from its first day to that of the next. */
export interface SurveyTable {
  commune: string
  first_day: PlainDate
  /** Whether the place of each house is recorded. */
  located: boolean
}

/** An account's hold on a commune; `whole` = every hamlet, else those of `user_hamlet`. */
export interface UserCommuneTable {
  commune: string
  user_id: string
  whole: boolean
}

export interface UserHamletTable {
  commune: string
  user_id: string
  hamlet_id: string
}

export interface DeviceTable {
  commune: string
  id: string
  user_id: string
  label: string
  /** 32 random bytes shared with the device: it proves authorship inside sealed envelopes. Sealed with the server's secret. */
  secret: Buffer
  enrolled_at: Instant
  last_seen_at: Instant | null
  revoked_at: Instant | null
  /** Hash of the session that enrolled it; `null` = not by a session, or before this was kept. */
  session_hash: Generated<string | null>
  /** Highest operation counter judged; changed in the same transaction as the effects. */
  last_counter: Generated<number>
}

/** Append only: who read, handed in or administered what (`Access`). Never holds values of a record. */
export interface AccessLogTable {
  commune: string
  id: string
  at: Instant
  user_id: string
  what: string
  record: string | null
}

export interface AccountTables {
  instance: InstanceTable
  app_user: AppUserTable
  app_session: AppSessionTable
  sign_in_guess: SignInGuessTable
  server_key: ServerKeyTable
  hamlet: HamletTable
  survey: SurveyTable
  user_commune: UserCommuneTable
  user_hamlet: UserHamletTable
  device: DeviceTable
  access_log: AccessLogTable
}
