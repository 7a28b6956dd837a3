import { render, type RenderResult } from '@testing-library/react'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { Role } from '../../src/domain/access'
import type { RegisterRecord } from '../../src/domain/records/record'
import { fail, ok } from '../../src/domain/result'
import type { Me } from '../../src/protocol/api'
import type { Remote } from '../../src/remote/remote'
import { openCourier, type Courier } from '../../src/storage/courier'
import type { Vaults } from '../../src/storage/vaultTypes'
import type { SyncState } from '../../src/sync/control'
import { App } from '../../src/ui/App'
import { OutsideContext, type Outside } from '../../src/ui/outside'
import type { Passkeys, Platform } from '../../src/ui/platform'
import { memoryLedger } from './memory/memoryLedger'
import { memoryVaults, type MemoryVaults, type MemoryVaultsInput } from './memory/memoryVaults'
import { COMMUNE, communeContext, manualSync, NOW, remoteFake, USERS, type ManualSync } from './uiWorld'

export const PASSWORD = 'mat-khau-xa-cap'
export const PASSPHRASE = 'trâu xanh uống nước sông lớn'

/** A platform without any features, which still answers every call. */
export function platformFake(parts: Partial<Platform> = {}): Platform {
  const still = { subscribe: () => () => {} }
  return {
    version: 'abc12345', deviceLabel: 'Chrome, Android', askPersistence: async () => true,
    install: { ...still, state: () => 'none', prompt: async () => {} },
    passkeys: { isSupported: async () => false, create: async () => fail({ kind: 'unsupported' }), evaluate: async () => fail({ kind: 'unsupported' }) },
    scanner: { watch: async () => fail('none'), readPhoto: async () => fail('noCode') },
    registerBackgroundSync: async () => {}, handInSealed: async () => 0, meetServer: async () => {}, closedUse: async () => ({ up: 0, down: 0 }), shareFile: null,
    shrinkPhoto: async () => fail('notPicture'), line: () => 'unknown', locate: async () => fail('none'),
    keepVersion: () => () => {}, update: { ...still, state: () => 'none', apply: async () => true }, ...parts,
  }
}

/** A device key (passkey) that always agrees and gives the same secret. */
export const readyPasskeys: Passkeys = {
  isSupported: async () => true,
  create: async () => ok({ credentialId: 'key-1', prf: new Uint8Array(32).fill(7) }),
  evaluate: async () => ok(new Uint8Array(32).fill(7)),
}

export function me(role: Role): Me {
  return {
    id: USERS[role], username: role, name: communeContext.people.find((person) => person.id === USERS[role])!.name, role,
    areas: [{ commune: COMMUNE, hamlets: null }], communes: [{ code: COMMUNE, name: 'Xã Ninh Sơn' }], csrf: 'token',
  }
}

export interface AppWorldInput {
  readonly role?: Role
  readonly accounts?: MemoryVaultsInput['accounts']
  /** The content of every book. */
  readonly records?: readonly RegisterRecord[]
  readonly remote?: Partial<Remote>
  readonly platform?: Partial<Platform>
  readonly sync?: Partial<SyncState>
  readonly now?: () => number
  /** The real store instead of the one on memory. */
  readonly vaults?: Vaults
  readonly courier?: Courier
}

export interface AppWorld {
  readonly outside: Outside
  readonly vaults: MemoryVaults
  readonly sync: ManualSync
  start(): RenderResult & { readonly user: UserEvent }
}

/** The whole app on memory: vaults, a server that knows one account, a manual sync. */
export function appWorld(input: AppWorldInput = {}): AppWorld {
  const account = me(input.role ?? 'officer')
  const now = input.now ?? (() => NOW)
  const sync = manualSync({ lastSuccessAt: null, ...input.sync })
  const holder = { userId: account.id, username: account.username, name: account.name, role: account.role, communes: account.communes }
  const makeLedger = () => memoryLedger({ contexts: [communeContext], now, ...(input.records && { records: input.records }), ...(input.accounts && { holder }) })
  const vaults = memoryVaults({ makeLedger, now, ...(input.accounts && { accounts: input.accounts }) })
  let ids = 0
  const outside: Outside = {
    vaults: input.vaults ?? vaults, now,
    remote: remoteFake({
      signIn: async (username, password) => (username === account.username && password === PASSWORD ? ok(account) : fail({ error: 'wrongPassword' })),
      me: async () => ok(account),
      enrol: async () => ok({ epoch: USERS.admin, deviceSecret: 'c2VjcmV0', serverKey: { id: 'k1', publicKey: 'cHVi' } }),
      ...input.remote,
    }),
    newId: () => `0190a000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
    platform: platformFake(input.platform),
    courier: async () => input.courier ?? openCourier({ indexedDB: new IDBFactory(), IDBKeyRange }),
    makeServices: (ledger, holder) => ({ holder, ledger, sync, remote: outside.remote, now, newId: outside.newId }),
  }
  return {
    outside, vaults, sync,
    start: () => ({ ...render(<App {...outside} />), user: userEvent.setup({ delay: null }) }),
  }
}

/** What a page of an open book needs besides its services. */
export function Around({ outside, children }: { readonly outside: Outside; readonly children: React.ReactNode }) {
  return <OutsideContext value={outside}>{children}</OutsideContext>
}
