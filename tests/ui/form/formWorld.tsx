import { act, fireEvent, screen } from '@testing-library/react'
import { noticeAnswers } from '../../../src/domain/consent'
import type { Answers } from '../../../src/domain/forms/answers'
import type { RegisterRecord } from '../../../src/domain/records/record'
import type { Draft } from '../../../src/storage/ledger'
import CollectRoutes from '../../../src/ui/collect/CollectRoutes'
import type { Platform } from '../../../src/ui/platform'
import { appWorld, Around } from '../../support/appWorld'
import { COMMUNE, HAMLET, NOW, registerRecord, USERS, uiWorld, type UiWorldInput } from '../../support/uiWorld'
import { labourAnswers, personAnswers } from '../../support/villageForms'

export const HOUSEHOLD = '0190a000-0000-7000-8000-00000000c001'
export const PERSON = '0190a000-0000-7000-8000-00000000c002'
export const OTHER = '0190a000-0000-7000-8000-00000000c003'
export const FORM = '0190a000-0000-7000-8000-00000000c004'

/** Who was read the notice and agreed to be called. */
export const told = noticeAnswers({ contact: true }, { on: '2026-11-02', by: USERS.officer })

export const household = registerRecord({ id: HOUSEHOLD, kind: 'household', answers: { householdCode: 'NS-0412', headName: 'Lò Thị Ban' } })
export const person = registerRecord({ id: PERSON, kind: 'person', household: HOUSEHOLD, form: 'person@2', answers: personAnswers({ relationToHead: '1', ...told }) })
export const otherPerson = registerRecord({ id: OTHER, kind: 'person', household: HOUSEHOLD, form: 'person@2', answers: personAnswers({ fullName: 'Lò Thị Mai', personalId: '056190000123', ...told }) })

const head = { kind: 'labour', hamlet: HAMLET, household: HOUSEHOLD, person: PERSON } as const

/** A labour form half filled; names only what differs from a whole, right one. */
export function labourDraft(answers: Answers = labourAnswers(), more: Partial<Draft> = {}): Draft {
  return { id: FORM, commune: COMMUNE, head, form: 'labour@1', base: 0, answers, reasons: {}, savedAt: new Date(NOW).toISOString(), ...more }
}

export function returnedLabour(fields: Partial<RegisterRecord> = {}): RegisterRecord {
  return registerRecord({ id: FORM, ...head, status: 'returned', version: 2, answers: labourAnswers(), ...fields })
}

/** A thumb that bounces: the second press comes before the disk has answered the first. */
export function pressTwice(name: string | RegExp): void {
  const button = screen.getByRole('button', { name })
  fireEvent.click(button)
  fireEvent.click(button)
}

/** The collecting side of the app at a route, on memory. */
export async function collecting(path: string, input: UiWorldInput = {}, platform: Partial<Platform> = {}) {
  const world = uiWorld({ records: [household, person, otherPerson], ...input })
  const shown = world.show(<Around outside={appWorld({ platform }).outside}><CollectRoutes /></Around>, path)
  await act(async () => {})
  return { world, ...shown }
}
