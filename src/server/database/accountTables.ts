import type { Generated } from 'kysely'
import type { Role } from '../../domain/access'
import type { Instant, PlainDate } from '../../domain/time'

/*
 * Accounts and what belongs to them. Directory tables are small and the same on every node (Citus "reference tables"), and have keys of their own.
 * Every other table has `commune` first in its keys. Instants are read and written as ISO strings.
 */

/** Directory. One row. When a backup is restored, `epoch` is replaced, so that old cursors are refused. */
export interface InstanceTable {
  id: string
  epoch: string
  /** After a restore every version but the first of a record is above this number (S6). 0 = never restored. */
  version_floor: Generated<number>
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
  /** Rises with every change of role or areas. It is part of a replica's scope. */
  scope_version: Generated<number>
  created_at: Instant
  last_seen_at: Instant | null
}

/** Directory. `token_hash` is the SHA-256 (hex) of the token. The token itself is only in the cookie. */
export interface AppSessionTable {
  token_hash: string
  user_id: string
  csrf: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
}

/** Directory. Counts wrong passwords by account name, by address and by both. The keys are hashes, so unknown names are not stored either. */
export interface SignInGuessTable {
  key: string
  failures: number
  last_at: Instant
  locked_until: Instant | null
}

/** Directory. Key pairs of the sealed queue. The private key is sealed with the server's secret. */
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

/** A labour survey of the commune, from its first day to the first day of the next. */
export interface SurveyTable {
  commune: string
  first_day: PlainDate
  /** Whether the place of each house is recorded. */
  located: boolean
}

/** A commune in an account's areas. `whole` = every hamlet, otherwise the hamlets in `user_hamlet`. */
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
  /** 32 random bytes shared with the device, which prove inside a sealed envelope that it made it. Sealed with the server's secret. */
  secret: Buffer
  enrolled_at: Instant
  last_seen_at: Instant | null
  revoked_at: Instant | null
  /** Hash of the session that enrolled the device. `null` = no session did, or it was enrolled before this column existed. */
  session_hash: Generated<string | null>
  /** The highest operation counter that was judged. It changes in the same transaction as the effects of the operations. */
  last_counter: Generated<number>
}

/** Append only: who read, handed in or administered what (`Access`). It never contains values of a record. */
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
