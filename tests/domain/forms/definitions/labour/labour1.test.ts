import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../../src/domain/forms/answers'
import { labour1 } from '../../../../../src/domain/forms/definitions/labour/labour1'
import { prune } from '../../../../../src/domain/forms/asking/prune'
import { employedWoman, inactiveWoman, unemployedWoman } from '../../completeAnswers'
import { interview } from '../../interview'

const form = (answers: Answers) => interview(labour1, answers)
const fieldsOf = (group: string) => labour1.groups.find((each) => each.id === group)?.fields ?? []

const job = [...fieldsOf('activity').slice(1), ...fieldsOf('workplace')]
const unemployment = fieldsOf('unemployment')
const inactivity = fieldsOf('inactivity')

describe('labour@1: the form', () => {
  it.each([['employed', employedWoman], ['unemployed', unemployedWoman], ['inactive', inactiveWoman]])('has nothing to say about a complete form of somebody %s', (_, answers) => {
    expect(form(answers).found()).toEqual([])
  })

  it('does not ask religion or income: a province adds them as an extension', () => {
    expect(Object.keys(labour1.fields).filter((id) => /religion|income/i.test(id))).toEqual([])
  })

  it('has system fields filled by the app only in the first group, and the raw address of the card', () => {
    const system = Object.entries(labour1.fields).filter(([, field]) => 'system' in field).map(([id]) => id)
    expect(system).toEqual([...fieldsOf('record'), 'permanentAddressRaw'])
  })
})

describe('labour@1: activityStatus opens exactly one block', () => {
  it('asks none of the three before it is answered', () => {
    expect(form({}).askedOf([...job, ...unemployment, ...inactivity])).toEqual([])
  })

  it('1 opens the job block only', () => {
    const asked = form({ activityStatus: '1' }).askedOf([...job, ...unemployment, ...inactivity])
    expect(asked).toEqual(['employmentPosition', 'jobTitle', 'occupationCode', 'siParticipation', 'workplaceType', 'industryCode', 'workAbroad', 'workplaceAddressCode', 'workplaceAddressDetail'])
  })

  it('2 opens the unemployment block only', () => {
    expect(form({ activityStatus: '2' }).askedOf([...job, ...unemployment, ...inactivity])).toEqual(['everWorked', 'unemploymentDuration'])
  })

  it('3 opens the reason only', () => {
    expect(form({ activityStatus: '3' }).askedOf([...job, ...unemployment, ...inactivity])).toEqual(['inactiveReason'])
  })

  it('names every job answer a change to unemployed would stop asking', () => {
    expect(form(employedWoman).clearedBy({ activityStatus: '2' })).toEqual([
      'employmentPosition', 'hasContract', 'contractType', 'contractStart', 'jobTitle', 'siParticipation',
      'workplaceType', 'enterpriseType', 'workplaceName', 'industryCode', 'workplaceAddressCode',
    ])
  })

  it('sends nothing of the job block after a change to inactive', () => {
    const sent = prune(labour1, { ...employedWoman, activityStatus: '3', inactiveReason: '2' })
    expect([...job, ...unemployment].filter((field) => field in sent)).toEqual([])
  })

  it('says why the unemployment block is skipped', () => {
    expect(form(employedWoman).why('unemployment')).toBe('Tình trạng việc làm: Người có việc làm')
  })
})

describe('labour@1: the other skip rules', () => {
  it.each<[string, Answers, string, boolean]>([
    ['a reason is asked of somebody without a number', { personalId: { missing: 'noneYet' } }, 'idMissingReason', true],
    ['no reason is asked while the number is just not written yet', {}, 'idMissingReason', false],
    ['no reason is asked of somebody with a number', { personalId: '058194000123' }, 'idMissingReason', false],
    ['the present address is asked when it is another', { sameAsPermanent: false }, 'currentAddressCode', true],
    ['the present address is not asked when it is the same', { sameAsPermanent: true }, 'currentAddressDetail', false],
    ['the major is asked from elementary training on', { technicalLevel: '4' }, 'major', true],
    ['the major is not asked below', { technicalLevel: '3' }, 'major', false],
    ['the training field goes with the major', { technicalLevel: '8' }, 'trainingField', true],
    ['the contract is asked of wage workers', { activityStatus: '1', employmentPosition: '4' }, 'hasContract', true],
    ['the contract is not asked of others', { activityStatus: '1', employmentPosition: '2' }, 'hasContract', false],
    ['kind and start are asked with a contract', { activityStatus: '1', employmentPosition: '4', hasContract: true }, 'contractType', true],
    ['kind and start are not asked without one', { activityStatus: '1', employmentPosition: '4', hasContract: false }, 'contractStart', false],
    ['a contract of somebody who is no longer a wage worker asks nothing', { activityStatus: '1', employmentPosition: '1', hasContract: true }, 'contractType', false],
    ['a contract of somebody who is no longer employed asks nothing', { activityStatus: '3', employmentPosition: '4', hasContract: true }, 'contractStart', false],
    ['the workplace has a name from individual business on', { activityStatus: '1', workplaceType: '3' }, 'workplaceName', true],
    ['a farming household has no workplace name', { activityStatus: '1', workplaceType: '1' }, 'workplaceName', false],
    ['nor has somebody working freely', { activityStatus: '1', workplaceType: '2' }, 'workplaceName', false],
    ['the enterprise type is asked for enterprises', { activityStatus: '1', workplaceType: '5' }, 'enterpriseType', true],
    ['the enterprise type is not asked elsewhere', { activityStatus: '1', workplaceType: '6' }, 'enterpriseType', false],
    ['the country is asked of those abroad', { activityStatus: '1', workAbroad: true }, 'workCountry', true],
    ['no commune is asked of those abroad', { activityStatus: '1', workAbroad: true }, 'workplaceAddressCode', false],
    ['the previous work is asked of those who had one', { activityStatus: '2', everWorked: '1' }, 'previousJob', true],
    ['the previous work is not asked of those who never worked', { activityStatus: '2', everWorked: '0' }, 'previousJob', false],
    ['another reason is asked in words', { activityStatus: '3', inactiveReason: '9' }, 'inactiveReasonOther', true],
    ['a listed reason is not', { activityStatus: '3', inactiveReason: '1' }, 'inactiveReasonOther', false],
    ['the training wanted is asked of those who want some', { trainingNeed: true }, 'trainingNeedDetail', true],
    ['the work wanted is asked of those who want some', { jobNeed: true }, 'jobNeedDetail', true],
    ['the informant is named when it is another', { informantIsSelf: false }, 'informantName', true],
    ['the informant is not named when it is the person', { informantIsSelf: true }, 'informantName', false],
  ])('%s', (_, answers, field, asked) => {
    expect(form(answers).asks(field)).toBe(asked)
  })
})

describe('labour@1: what must be answered', () => {
  const always = ['provinceCode', 'communeCode', 'hamletCode', 'hamletName', 'householdCode', 'collectedOn', 'collectorId', 'fullName', 'born', 'sex',
    'relationToHead', 'personalId', 'permanentAddressCode', 'permanentAddressDetail', 'sameAsPermanent', 'ethnicityCode', 'generalEducation', 'technicalLevel',
    'activityStatus', 'informantIsSelf']

  it('names every question that is always needed on an empty form, in form order', () => {
    expect(form({}).found().map((finding) => finding.field)).toEqual(always)
  })

  it.each<[string, Answers, readonly string[]]>([
    ['the job block', { ...employedWoman, employmentPosition: undefined, jobTitle: undefined, siParticipation: undefined, workplaceType: undefined, industryCode: undefined, workplaceAddressCode: undefined },
      ['employmentPosition', 'jobTitle', 'siParticipation', 'workplaceType', 'industryCode', 'workplaceAddressCode']],
    ['the contract', { ...employedWoman, contractType: undefined, contractStart: undefined }, ['contractType', 'contractStart']],
    ['whether there is one', { ...employedWoman, hasContract: undefined }, ['hasContract']],
    ['the enterprise and its name', { ...employedWoman, enterpriseType: undefined, workplaceName: undefined }, ['enterpriseType', 'workplaceName']],
    ['the country', { ...employedWoman, workAbroad: true }, ['workCountry']],
    ['the unemployment block', { ...unemployedWoman, everWorked: undefined, unemploymentDuration: undefined }, ['everWorked', 'unemploymentDuration']],
    ['the previous work', { ...unemployedWoman, previousJob: undefined }, ['previousJob']],
    ['the needs of the unemployed', { ...unemployedWoman, trainingNeed: undefined, jobNeed: undefined }, ['trainingNeed', 'jobNeed']],
    ['the reason', { ...inactiveWoman, inactiveReason: undefined }, ['inactiveReason']],
    ['the reason in words', { ...inactiveWoman, inactiveReason: '9' }, ['inactiveReasonOther']],
    ['the major', { ...employedWoman, generalEducation: '4', technicalLevel: '7' }, ['major']],
    ['why there is no number', { ...employedWoman, personalId: { missing: 'noneYet' } }, ['idMissingReason']],
    ['the present address', { ...employedWoman, sameAsPermanent: false }, ['currentAddressCode', 'currentAddressDetail']],
    ['the informant', { ...employedWoman, informantIsSelf: false }, ['informantName']],
  ])('%s is needed where it is asked', (_, answers, fields) => {
    expect(form(answers).found().map((finding) => [finding.id, finding.field])).toEqual(fields.map((field) => ['LS-REQ', field]))
  })

  it('the needs of somebody employed may stay open', () => {
    expect(form({ ...employedWoman, trainingNeed: undefined, jobNeed: undefined }).found()).toEqual([])
  })

  it('accepts somebody without a number who says why', () => {
    expect(form({ ...employedWoman, personalId: { missing: 'noneYet' }, idMissingReason: '1' }).found()).toEqual([])
  })
})
