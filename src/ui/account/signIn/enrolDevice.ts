import { fail, type Result } from '../../../domain/result'
import type { Enrolled, Me } from '../../../protocol/api'
import type { RemoteFailure } from '../../../remote/remote'
import type { Ledger } from '../../../storage/ledger'
import type { EnrolFailure } from '../../../storage/vaultTypes'
import type { Outside } from '../../outside'

/** What the server issued for this device, by commune. Kept from try to try, so that a cut connection does not enrol a second device. */
export type Issued = Map<string, Enrolled & { readonly device: string }>

interface EnrolRequest {
  readonly me: Me
  readonly passphrase: string
  readonly issued: Issued
}

/** Enrols this device for every commune of the account, then makes its book. Safe to repeat with the same `issued`. */
export async function enrolDevice(outside: Outside, { me, passphrase, issued }: EnrolRequest): Promise<Result<Ledger, RemoteFailure | EnrolFailure>> {
  for (const { code } of me.communes) {
    if (issued.has(code)) continue
    const device = outside.newId()
    const enrolled = await outside.remote.as(me.id).enrol({ device, commune: code, label: outside.platform.deviceLabel })
    if (!enrolled.ok) return fail(enrolled.error)
    issued.set(code, { ...enrolled.value, device })
  }
  const communes = [...issued].map(([code, { device, deviceSecret, serverKey, epoch }]) => ({ code, device, deviceSecret, serverKey, epoch }))
  return outside.vaults.enrol({ userId: me.id, username: me.username, passphrase, communes })
}
