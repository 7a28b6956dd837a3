import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/storage/ledger'
import { fill } from '../../support/browser/fill'
import { COMMUNE, HAMLET, HAMLET_2, NOW, registerRecord } from '../../support/uiWorld'
import { collecting, household, HOUSEHOLD } from './formWorld'

const NEW = '0190a000-0000-7000-8000-00000000c0f1'
const draft: Draft = {
  id: NEW, commune: COMMUNE, head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'household@4', base: 0, answers: {}, reasons: {}, savedAt: new Date(NOW).toISOString(),
}
const coded = (n: number, householdCode: string, more: { hamlet?: string; commune?: string } = {}) =>
  registerRecord({ id: `0190a000-0000-7000-8000-00000000c0e${n}`, kind: 'household', answers: { householdCode, headName: `Chủ hộ ${n}` }, ...more })
const codeOf = async () => screen.findByLabelText(/Mã hộ gia đình/)

describe('the code of a new household', () => {
  it('is said to be another household\'s as it is typed, with the way there', async () => {
    const { user } = await collecting(`/phieu/${NEW}`, { records: [household], drafts: [draft] })

    await fill(user, await codeOf(), ' ns-0412')

    expect(screen.getByText(/Mã này đã ghi cho hộ khác/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Lò Thị Ban' })).toHaveAttribute('href', `/ho/${HOUSEHOLD}`)
  })

  it('may be one of another commune, and is its own', async () => {
    const elsewhere = coded(1, 'NS-0500', { commune: '22813' })
    await collecting(`/phieu/${NEW}`, { records: [household, elsewhere], drafts: [{ ...draft, answers: { householdCode: 'NS-0500' } }] })

    expect(await codeOf()).toHaveValue('NS-0500')
    expect(screen.queryByText(/Mã này đã ghi/)).not.toBeInTheDocument()
  })

  it('begins beside the last one of the hamlet', async () => {
    await collecting(`/phieu/${NEW}`, { records: [household, coded(1, 'NS-0499'), coded(2, 'NS-1000'), coded(3, 'NS-2000', { hamlet: HAMLET_2 })], drafts: [draft] })

    expect(await screen.findByText('Mã cuối đang có ở thôn này: NS-1000')).toBeInTheDocument()
  })

  it('is asked for without more words where the hamlet has none', async () => {
    await collecting(`/phieu/${NEW}`, { records: [], drafts: [draft] })

    expect(await codeOf()).toBeInTheDocument()
    expect(screen.queryByText(/Mã cuối/)).not.toBeInTheDocument()
  })
})

describe('the keyboard of a phone', () => {
  it('begins each word of a person\'s name with a capital, and of other text the first', async () => {
    await collecting(`/phieu/${NEW}`, { records: [household], drafts: [draft] })

    expect(await screen.findByLabelText(/Họ tên chủ hộ/)).toHaveAttribute('autocapitalize', 'words')
    expect(await codeOf()).toHaveAttribute('autocapitalize', 'sentences')
  })
})
