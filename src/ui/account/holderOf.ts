import type { Me } from '../../protocol/api'
import type { Ledger } from '../../storage/ledger'
import type { VaultInfo } from '../../storage/vaultTypes'
import type { Holder } from '../services'

export function holderOfMe(me: Me): Holder {
  return { userId: me.id, username: me.username, name: me.name, role: me.role, communes: me.communes }
}

/** Who opened the book, as its own context knows it, so that it works offline; `undefined` before the first download. */
export function findHolder(ledger: Ledger, account: VaultInfo): Holder | undefined {
  const contexts = ledger.communes.flatMap((commune) => ledger.context(commune) ?? [])
  const person = contexts.flatMap((context) => context.people).find((known) => known.id === account.userId)
  if (!person) return undefined
  const communes = contexts.map(({ commune }) => ({ code: commune.code, name: commune.name }))
  return { userId: account.userId, username: account.username, name: person.name, role: person.role, communes }
}
