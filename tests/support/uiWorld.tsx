import { render, type RenderResult } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { Role } from '../../src/domain/access'
import type { RegisterRecord } from '../../src/domain/records/record'
import { fail } from '../../src/domain/result'
import type { CommuneContext } from '../../src/protocol/messages'
import type { Remote } from '../../src/remote/remote'
import type { Ledger } from '../../src/storage/ledger'
import type { SyncControl, SyncState } from '../../src/sync/control'
import { ToastProvider } from '../../src/ui/parts/toast/toast'
import type { Holder } from '../../src/storage/holder'
import { ServicesContext, type Services } from '../../src/ui/services'
import { LanguageProvider } from '../../src/ui/text/language'
import { ThemeProvider } from '../../src/ui/theme'
import { memoryLedger, type MemoryLedgerInput } from './memory/memoryLedger'

/** Ids of the one commune of these tests. */
export const COMMUNE = '22810'
export const HAMLET = '0190a000-0000-7000-8000-0000000000a1'
export const HAMLET_2 = '0190a000-0000-7000-8000-0000000000a2'
export const USERS = {
  member: '0190a000-0000-7000-8000-0000000000b1',
  officer: '0190a000-0000-7000-8000-0000000000b2',
  supervisor: '0190a000-0000-7000-8000-0000000000b3',
  admin: '0190a000-0000-7000-8000-0000000000b4',
} as const satisfies { readonly [role in Role]: string }
const NAMES = { member: 'Pi Năng Thuận', officer: 'Bùi Thị Lan', supervisor: 'Đặng Văn Khoa', admin: 'Lê Thị Hạnh' } as const

/** 20/11/2026, 09:41 in Viet Nam. */
export const NOW = Date.parse('2026-11-20T02:41:00.000Z')

export const communeContext: CommuneContext = {
  hash: 'h1',
  commune: { code: COMMUNE, name: 'Xã Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' },
  hamlets: [
    { id: HAMLET, code: '01', name: 'Thôn Suối Le', labourTarget: 212, asxhTarget: 31 },
    { id: HAMLET_2, code: '02', name: 'Thôn Gò Sạn', labourTarget: 400, asxhTarget: 60 },
  ],
  people: (Object.keys(USERS) as Role[]).map((role) => ({ id: USERS[role], name: NAMES[role], role })),
  settings: { minAge: 15, autoLockMinutes: 5 },
  extensions: [],
}

/** A record as the server publishes it. The caller gives only what differs from a new household of the first hamlet. */
export function registerRecord(fields: Partial<RegisterRecord> & Pick<RegisterRecord, 'id' | 'kind'>): RegisterRecord {
  return {
    commune: COMMUNE, hamlet: HAMLET, household: null, person: null, form: `${fields.kind}@1`, answers: {}, version: 1,
    status: fields.kind === 'household' || fields.kind === 'person' ? 'live' : 'submitted', round: 1, notes: [], submission: null,
    reviewedBy: null, reviewedAt: null, changes: [], holds: [], warnings: [], reasons: {}, ...fields,
  }
}

export interface ManualSync extends SyncControl {
  /** Sets the sync state, as a run would. */
  set(change: Partial<SyncState>): void
  readonly runs: readonly string[]
}

export const idleSync: SyncState = {
  phase: 'idle', waiting: 0, sent: 0, toSend: 0, received: 0, remaining: null, trouble: null, photoTrouble: null, replica: 'same', rescued: 0, lastSuccessAt: NOW, clockSkewMs: null, bytes: { up: 0, down: 0 },
}

/** A sync control that does nothing by itself: the test says what a run did. */
export function manualSync(start: Partial<SyncState> = {}, onRun?: (sync: ManualSync) => void): ManualSync {
  let state: SyncState = { ...idleSync, ...start }
  const listeners = new Set<() => void>()
  const runs: string[] = []
  const sync: ManualSync = {
    runs,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async run(reason) {
      runs.push(reason)
      onRun?.(sync)
      return state
    },
    stop: () => {},
    set(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
  }
  return sync
}

/** A server that is out of reach, except for the calls a test provides. */
export function remoteFake(calls: Partial<Remote> = {}): Remote {
  const away = async () => fail({ error: 'offline' as const })
  const remote: Remote = {
    as: () => remote, signIn: away, me: away, signOut: away, changePassword: away, enrol: away, record: away, history: away, photo: away, twinsElsewhere: away, users: away, createUser: away, updateUser: away,
    resetPassword: away, signOutEverywhere: away, devices: away, revokeDevice: away, hamlets: away, createHamlet: away, updateHamlet: away, surveys: away, planSurvey: away, dropSurvey: away,
    previewImport: away, commitImport: away, ...calls,
  }
  return remote
}

export interface UiWorldInput extends Omit<MemoryLedgerInput, 'now'> {
  readonly role?: Role
  /** Communes of the holder; absent = the one commune of these tests. */
  readonly communes?: Holder['communes']
  readonly sync?: Partial<SyncState>
  readonly onRun?: (sync: ManualSync) => void
  readonly remote?: Partial<Remote>
  readonly now?: number
  /** The test's own ledger instead of the one in memory. */
  readonly ledger?: Ledger
}

export interface UiWorld {
  readonly services: Services
  readonly ledger: Ledger
  readonly sync: ManualSync
  readonly locked: () => number
  /** Shows a screen at a route inside an open book. */
  show(screen: ReactNode, path?: string): RenderResult & { readonly user: UserEvent; readonly path: () => string; readonly go: (path: string) => void }
}

/** An open book for screens under test: a ledger in memory, a manual sync, a server out of reach, a clock that stands still. */
export function uiWorld(input: UiWorldInput = {}): UiWorld {
  const role = input.role ?? 'officer'
  const now = () => input.now ?? NOW
  const ledger = input.ledger ?? memoryLedger({ contexts: [communeContext], ...input, now })
  const sync = manualSync(input.sync, input.onRun)
  let locks = 0
  let ids = 0
  const holder: Holder = { userId: USERS[role], username: role, name: NAMES[role], role, communes: input.communes ?? [{ code: COMMUNE, name: 'Xã Ninh Sơn' }] }
  const services: Services = {
    holder, ledger, sync, remote: remoteFake(input.remote), now,
    newId: () => `0190a000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
    lock: () => { locks += 1 },
  }
  return {
    services, ledger, sync, locked: () => locks,
    show(screen, path = '/') {
      const place = memoryLocation({ path, record: true })
      const shown = render(
        <Frame>
          <Router hook={place.hook} searchHook={place.searchHook}>
            <ServicesContext value={services}>{screen}</ServicesContext>
          </Router>
        </Frame>,
      )
      return { ...shown, user: userEvent.setup(), path: () => place.history.at(-1) ?? path, go: place.navigate }
    },
  }
}

function Frame({ children }: { readonly children: ReactNode }) {
  return <LanguageProvider><ThemeProvider><ToastProvider>{children}</ToastProvider></ThemeProvider></LanguageProvider>
}
