import { describe, expect, it } from 'vitest'
import { releasedForms } from '../../../src/domain/forms/released'
import { upgraded, upgradeSteps, type UpgradeStep } from '../../../src/domain/forms/upgrades'

const steps: readonly UpgradeStep[] = [
  { from: 'person@1', to: 'person@2', upgrade: ({ phone, ...rest }) => ({ ...rest, phones: phone === undefined ? [] : [String(phone)] }) },
  { from: 'person@2', to: 'person@3', upgrade: (answers) => ({ ...answers, hasPhone: Array.isArray(answers.phones) && answers.phones.length > 0 }) },
]

describe('answers of an older version', () => {
  it('go step by step to the newest', () => {
    expect(upgraded({ form: 'person@1', answers: { fullName: 'Mai', phone: '0356112233' } }, steps)).toEqual({
      form: 'person@3', answers: { fullName: 'Mai', phones: ['0356112233'], hasPhone: true },
    })
  })

  it('stay as they are at the newest', () => {
    const newest = { form: 'person@3', answers: { hasPhone: false } } as const
    expect(upgraded(newest, steps)).toBe(newest)
  })

  it('of another form are not touched', () => {
    expect(upgraded({ form: 'labour@1', answers: {} }, steps).form).toBe('labour@1')
  })

  it('reach the next version for every released form that has one', () => {
    const pairs = releasedForms.flatMap((form) => releasedForms.filter((next) => next.kind === form.kind && next.version === form.version + 1).map((next) => [form.key, next.key]))
    expect(upgradeSteps.map((step) => [step.from, step.to])).toEqual(pairs)
  })
})
