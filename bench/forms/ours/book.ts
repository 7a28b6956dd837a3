import * as z from 'zod/mini'
import argon2WorkerUrl from '../../../src/storage/argon2Worker?worker&url'
import type { Ledger } from '../../../src/storage/ledger'
import { toBase64url } from '../../../src/protocol/base64url'
import { openVaults } from '../../../src/storage/vaults'

z.config({ jitless: true })

const PASSPHRASE = 'trâu lội ao bèo chiều'
const USER = '01938b2f-7f00-7000-8000-000000000002'

/** The device's store, created at the first visit. Its key is cheap to derive here, because unlocking is not measured. */
export async function openBook(): Promise<Ledger> {
  const vaults = openVaults({ now: Date.now, startWorker: () => new Worker(argon2WorkerUrl, { type: 'module' }), kdfCost: { memoryKib: 8, passes: 1 } })
  const known = (await vaults.list()).length > 0
  const opened = known ? await vaults.unlock(USER, PASSPHRASE) : await vaults.enrol({ userId: USER, username: 'canbo', passphrase: PASSPHRASE, communes: [await enrolment()] })
  if (!opened.ok) throw new Error(`openBook — ${opened.error.kind}`)
  return opened.value
}

/** A commune whose server key is made here: envelopes are sealed as usual but never sent. */
async function enrolment() {
  const { publicKey } = (await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])) as CryptoKeyPair
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return { code: '22813', device: '01938b2f-7f00-7000-8000-000000000003', deviceSecret: toBase64url(new Uint8Array(32)), epoch: '01938b2f-7f00-7000-8000-000000000004', serverKey: { id: 'bench', publicKey: toBase64url(raw) } }
}
