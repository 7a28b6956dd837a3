import type { Me } from '../../protocol/api'
import type { Holder } from '../../storage/holder'

/** The holder to store in the book, from the account that signed in. The book needs it to open offline. */
export function holderOf(me: Me): Holder {
  return { userId: me.id, username: me.username, name: me.name, role: me.role, communes: me.communes }
}
