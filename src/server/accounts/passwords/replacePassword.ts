import type { ServerDeps } from '../../deps'
import { endSessionsOf } from '../sessions'

export interface Replacement {
  readonly userId: string
  readonly password_hash: string
  /** Hash of the password that the caller gave. The password is replaced only if the account still has this one. */
  readonly instead?: string
  /** The session that is not ended. */
  readonly butTokenHash?: string
}

/**
 * Replaces an account's password and ends its sessions, in one transaction.
 * @returns false if somebody else replaced the password first
 */
export async function replacePassword({ db }: Pick<ServerDeps, 'db'>, { userId, password_hash, instead, butTokenHash }: Replacement): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const account = tx.updateTable('app_user').set({ password_hash }).where('id', '=', userId)
    const { numUpdatedRows } = await (instead === undefined ? account : account.where('password_hash', '=', instead)).executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await endSessionsOf({ db: tx }, userId, butTokenHash)
    return true
  })
}
