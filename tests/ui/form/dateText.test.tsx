import { describe, expect, it } from 'vitest'
import { dateText, parseDateText } from '../../../src/ui/text/dateText'

describe('a date as people write it', () => {
  it.each([
    ['25/11/1990', '1990-11-25'], ['5/3/1990', '1990-03-05'], ['5-3-1990', '1990-03-05'], ['5.3.1990', '1990-03-05'], ['5 3 1990', '1990-03-05'],
    ['25111990', '1990-11-25'], ['11/1990', '1990-11'], ['111990', '1990-11'], ['1990', '1990'], [' 1990 ', '1990'],
  ])('%j means %j', (typed, date) => expect(parseDateText(typed)).toBe(date))

  it('leaves a day that does not exist to the form, which says so', () => {
    expect(parseDateText('31/02/2020')).toBe('2020-02-31')
  })

  it.each(['khoảng 1950', '25/11/90', '1/2/3/1990', '25/11', ''])('%j stays as typed', (typed) => {
    expect(parseDateText(typed)).toBe(typed)
  })

  it.each(['1990-11-25', '1990-11', '1990'])('%j comes back from what is shown', (date) => {
    expect(parseDateText(dateText(date))).toBe(date)
  })
})
