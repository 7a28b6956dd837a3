import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/domain/result'
import type { Survey } from '../../../src/protocol/api'
import { surveyState } from '../../../src/ui/admin/surveys/surveyState'
import { COMMUNE } from '../../support/uiWorld'
import { adminWorld } from './adminWorld'

function surveysWorld(...held: Survey[]) {
  return adminWorld('/ky-dieu-tra', (calls) => ({
    surveys: async () => ok([...held]),
    async planSurvey(survey) {
      calls.push(['plan', survey])
      held.push(survey)
      return ok(null)
    },
    async dropSurvey(survey) {
      calls.push(['drop', survey])
      held.splice(0)
      return ok(null)
    },
  }))
}

describe('labour surveys', { timeout: 30_000 }, () => {
  it('are planned by their first day, and then stand in the list', async () => {
    const { user, calls } = surveysWorld()
    expect(await screen.findByText('Chưa chia kỳ điều tra')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Thêm kỳ' }))

    const form = within(await screen.findByRole('dialog', { name: 'Thêm kỳ điều tra' }))
    await user.type(form.getByRole('textbox', { name: 'Ngày bắt đầu' }), '1/7/2027{Enter}')

    expect(await screen.findByRole('row', { name: /01\/07\/2027.*Sắp tới/ })).toBeInTheDocument()
    expect(calls).toEqual([['plan', { firstDay: '2027-07-01', located: false, communes: [COMMUNE] }]])
  })

  it.each([
    ['7/2027', 'Ghi đủ cả ngày, tháng và năm'],
    ['31/02/2027', 'Không có ngày này trong lịch, hoặc năm chưa đúng'],
    ['1/7/1027', 'Không có ngày này trong lịch, hoặc năm chưa đúng'],
  ])('are not planned for %j, and it is said why', async (day, words) => {
    const { user, calls } = surveysWorld()
    await user.click(await screen.findByRole('button', { name: 'Thêm kỳ' }))

    const form = within(await screen.findByRole('dialog', { name: 'Thêm kỳ điều tra' }))
    await user.type(form.getByRole('textbox', { name: 'Ngày bắt đầu' }), day)
    await user.click(form.getByRole('button', { name: 'Lưu' }))

    expect(await form.findByText(words)).toBeInTheDocument()
    expect(calls).toEqual([])
  })

  it('are dropped after a question that says what becomes of their forms', async () => {
    const survey = { firstDay: '2026-01-01', located: false, communes: [COMMUNE] }
    const { user, calls } = surveysWorld(survey)
    await user.click(await screen.findByRole('button', { name: 'Bỏ kỳ từ 01/01/2026' }))

    const question = within(await screen.findByRole('dialog', { name: 'Bỏ kỳ điều tra từ 01/01/2026' }))
    expect(question.getByText(/Không phiếu nào mất/)).toBeInTheDocument()
    await user.click(question.getByRole('button', { name: 'Bỏ kỳ này' }))

    expect(await screen.findByText('Chưa chia kỳ điều tra')).toBeInTheDocument()
    expect(calls).toEqual([['drop', survey]])
  })
})

describe('the state of a survey', () => {
  const [a, b] = ['22810', '22813']
  const first = { firstDay: '2026-01-01', located: false, communes: [a, b] }
  const second = { firstDay: '2026-07-01', located: false, communes: [a] }
  const third = { firstDay: '2027-01-01', located: false, communes: [a, b] }
  const stateOf = (survey: Survey, today: string) => surveyState(survey, [first, second, third], today)

  it('is under way until the next begins in each of its communes', () => {
    expect(stateOf(first, '2026-06-30')).toBe('underway')
    expect(stateOf(first, '2026-07-01')).toBe('underway')
    expect(stateOf(second, '2026-07-01')).toBe('underway')
    expect(stateOf(third, '2026-12-31')).toBe('ahead')
    expect([first, second, third].map((survey) => stateOf(survey, '2027-01-01'))).toEqual(['over', 'over', 'underway'])
  })
})
