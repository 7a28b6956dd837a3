import { describe, expect, it } from 'vitest'
import { household4 } from '../../../../../src/domain/forms/definitions/household/household4'
import { household } from '../../completeAnswers'
import { interview } from '../../interview'

const door = interview(household4, household)
const here = { location: 'geo:11.76543,108.7;u=12', locatedOn: '2026-11-25' }

describe('household@4: where the house stands', () => {
  it('need not be known; known, it has its day', () => {
    expect(door.ids()).toEqual([])
    expect(door.answer(here).ids()).toEqual([])
    expect(door.answer({ location: here.location }).found()).toEqual([{ id: 'HH-REQ', severity: 'error', field: 'locatedOn' }])
  })

  it.each(['geo:48.85,2.35;u=12', 'geo:108.7,11.7;u=12', 'cạnh nhà văn hóa'])('is refused when it is %s', (location) => {
    expect(door.answer({ ...here, location }).found()).toMatchObject([{ severity: 'error', field: 'location' }])
  })

  it('is not read on a day to come', () => {
    const form = door.answer({ ...here, locatedOn: '2026-11-26' })
    expect([form.ids(), form.says('HH-050')]).toEqual([['HH-050'], 'Ngày này sau hôm nay (25/11/2026)'])
  })
})
