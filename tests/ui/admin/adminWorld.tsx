import type { Device, User } from '../../../src/protocol/api'
import { ok } from '../../../src/domain/result'
import type { Remote } from '../../../src/remote/remote'
import type { Holder } from '../../../src/storage/holder'
import AdminRoutes from '../../../src/ui/admin/AdminRoutes'
import { COMMUNE, communeContext, HAMLET, uiWorld, USERS } from '../../support/uiWorld'

export const thuan: User = {
  id: USERS.member, username: 'thuan.pi', name: 'Pi Năng Thuận', role: 'member', disabled: false, areas: [{ commune: COMMUNE, hamlets: [HAMLET] }], lastSeenAt: null,
}
export const lan: User = {
  id: USERS.officer, username: 'lan.bui', name: 'Bùi Thị Lan', role: 'officer', disabled: false, areas: [{ commune: COMMUNE, hamlets: null }], lastSeenAt: '2026-11-19T09:00:00.000Z',
}
export const phone: Device = {
  id: '0190d000-0000-7000-8000-00000000abcd', commune: COMMUNE, userId: lan.id, label: 'Samsung A05', enrolledAt: '2026-10-02T02:00:00.000Z',
  lastSeenAt: '2026-11-20T01:00:00.000Z', revoked: false, last: 1234,
}

/** jsdom has no modal dialogs; opening is all these tests need. */
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true }
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false }

/** Calls that reached the fake server, as [name, ...arguments]. */
export type Calls = (readonly unknown[])[]

/** An administrator's book at a route, with a server that answers by hand and remembers what it was asked. */
export function adminWorld(path: string, more: (calls: Calls) => Partial<Remote> = () => ({}), communes?: Holder['communes']) {
  const calls: Calls = []
  const remote: Partial<Remote> = {
    users: async () => ok([thuan, lan]),
    hamlets: async () => ok(communeContext.hamlets),
    devices: async () => ok([phone]),
    ...more(calls),
  }
  const world = uiWorld({ role: 'admin', remote, ...(communes && { communes }) })
  return { ...world, ...world.show(<AdminRoutes />, path), calls }
}
