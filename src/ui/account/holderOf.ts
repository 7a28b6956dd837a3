import type { Me } from '../../protocol/api'
import type { Holder } from '../../storage/holder'

/** The account that signed in, as the book keeps it for opening offline. */
export function holderOf(me: Me): Holder {
  return { userId: me.id, username: me.username, name: me.name, role: me.role, communes: me.communes }
}
