import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ok } from '../../../src/domain/result'
import type { Remote } from '../../../src/remote/remote'
import type { Ledger } from '../../../src/storage/ledger'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { communeContext, NOW, uiWorld } from '../../support/uiWorld'
import CollectRoutes from '../../../src/ui/collect/CollectRoutes'
import { ErrorScreen } from '../../../src/ui/shell/ErrorScreen'
import { appWorld, Around } from '../../support/appWorld'
import { FORM, household, labourDraft, PERSON, person } from '../form/formWorld'

const PHOTOGRAPHED = '0190a000-0000-7000-8000-00000000c00b'
const photographed = labourDraft({ decisionPhoto: 'a'.repeat(43) }, { id: PHOTOGRAPHED, form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'benefits' })

// React writes a caught error to the console.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

it.each<readonly [string, string, (ledger: Ledger) => Partial<Ledger>]>([
  ['a form', `/phieu/${FORM}`, () => ({ findDraft: closed })],
  ['what a person was told, before a form about them', `/phieu/${FORM}`, (ledger) => ({ getRecord: (id) => (id === PERSON ? closed() : ledger.getRecord(id)) })],
  ['whose number somebody has elsewhere', `/nguoi/${PERSON}`, () => ({ getRecord: closed })],
  ['a photo', `/phieu/${PHOTOGRAPHED}`, (ledger) => ({ photos: { ...ledger.photos, bytes: closed } })],
  ['who was said to be another than somebody elsewhere', `/phieu/${FORM}`, () => ({ toldElsewhere: closed })],
])('a book that was closed under the page is said where it is asked for %s', async (_what, path, broken) => {
  const ledger = memoryLedger({ contexts: [communeContext], records: [household, person], drafts: [labourDraft(), photographed], now: () => NOW })
  const twinsElsewhere: Remote['twinsElsewhere'] = async () => ok({ hamlets: ['Gò Sạn'], otherCommune: false })

  uiWorld({ ledger: { ...ledger, ...broken(ledger) }, remote: { twinsElsewhere } }).show(<Around outside={appWorld().outside}><ErrorScreen><CollectRoutes /></ErrorScreen></Around>, path)

  expect(await screen.findByRole('heading', { name: 'Không mở được màn hình này' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Mở lại ứng dụng' })).toBeInTheDocument()
})

async function closed(): Promise<never> {
  throw new Error('the database is closed')
}
