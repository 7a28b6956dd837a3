import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { HouseLocation } from '../../../src/domain/forms/subjects/houseLocation'
import { fail, ok, type Result } from '../../../src/domain/result'
import type { LocationFailure } from '../../../src/ui/platform'
import { communeContext, registerRecord } from '../../support/uiWorld'
import { collecting, household, HOUSEHOLD, person } from '../form/formWorld'

const here: HouseLocation = { latitude: 11.765432, longitude: 108.7, errorM: 12 }
const located = { ...communeContext, settings: { ...communeContext.settings, surveys: ['2026-11-01'], locatedSurveys: ['2026-11-01'] } }
const known = registerRecord({ id: HOUSEHOLD, kind: 'household', form: 'household@4', answers: { ...household.answers, location: 'geo:11.7,108.7;u=30', locatedOn: '2026-10-12' } })

async function atTheDoor(...readings: Result<HouseLocation, LocationFailure>[]) {
  const world = await collecting(`/ho/${HOUSEHOLD}`, { contexts: [located], records: [household, person] }, { locate: async () => readings.shift() ?? fail('none') })
  await world.user.click(await screen.findByRole('button', { name: 'Ghi vị trí' }))
  const sheet = within(screen.getByRole('dialog', { name: 'Vị trí nhà' }))
  await world.user.click(sheet.getByRole('button', { name: 'Dò vị trí' }))
  return { ...world, sheet }
}

describe('where a house stands', () => {
  it('is not asked where the survey does not want it', async () => {
    await collecting(`/ho/${HOUSEHOLD}`, { contexts: [{ ...located, settings: { ...located.settings, surveys: ['2026-11-01', '2026-11-15'] } }] })

    expect(screen.queryByRole('region', { name: 'Vị trí nhà' })).not.toBeInTheDocument()
  })

  it('is read, shown with how sure it is, and waits to be sent once it is saved', async () => {
    const { user, sheet, world } = await atTheDoor(ok(here))
    expect(await sheet.findByText('Sai số khoảng 12 m')).toBeInTheDocument()
    expect(await world.ledger.pending()).toEqual([])

    await user.click(sheet.getByRole('button', { name: 'Lưu vị trí' }))

    expect(await screen.findByText('Đã ghi vị trí 20/11 (± 12 m)')).toBeInTheDocument()
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: HOUSEHOLD, form: 'household@4', base: 1, patch: { location: 'geo:11.76543,108.7;u=12', locatedOn: '2026-11-20' } },
    ])
  })

  it('is said to be coarse where it may be the neighbour’s', async () => {
    const { user, sheet } = await atTheDoor(ok({ ...here, errorM: 1_200 }), ok(here))
    expect(await sheet.findByText('Sai số khoảng 1.200 m')).toBeInTheDocument()
    expect(sheet.getByText(/Sai số còn lớn/)).toBeInTheDocument()

    await user.click(sheet.getByRole('button', { name: 'Dò lại' }))

    expect(await sheet.findByText('Sai số khoảng 12 m')).toBeInTheDocument()
    expect(sheet.queryByText(/Sai số còn lớn/)).not.toBeInTheDocument()
  })

  it.each([
    ['denied', fail('denied' as const), /cho phép Vị trí/],
    ['not found', fail('none' as const), /ra chỗ trống/],
    ['abroad', ok({ ...here, latitude: 48.8 }), /không nằm trong Việt Nam/],
  ])('%s: says what to do, and saves nothing', async (_, reading, words) => {
    const { sheet } = await atTheDoor(reading)

    expect(await sheet.findByText(words)).toBeInTheDocument()
    expect(sheet.queryByRole('button', { name: 'Lưu vị trí' })).not.toBeInTheDocument()
    expect(sheet.getByRole('button', { name: 'Dò lại' })).toBeInTheDocument()
  })

  it('can be taken away, also when no survey asks for it any more', async () => {
    const { user, world } = await collecting(`/ho/${HOUSEHOLD}`, { records: [known, person] })
    expect(await screen.findByText('Đã ghi vị trí 12/10 (± 30 m)')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Bỏ vị trí' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Vị trí nhà' }))
    expect(sheet.queryByRole('button', { name: 'Dò vị trí' })).not.toBeInTheDocument()
    await user.click(sheet.getByRole('button', { name: 'Bỏ vị trí' }))

    await waitFor(async () => expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).toEqual(household.answers))
    expect(screen.queryByRole('region', { name: 'Vị trí nhà' })).not.toBeInTheDocument()
  })
})
