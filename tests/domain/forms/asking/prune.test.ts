import { describe, expect, it } from 'vitest'
import { sameAnswer, type Answers } from '../../../../src/domain/forms/answers'
import { clearedBy } from '../../../../src/domain/forms/asking/ask'
import { labour1 } from '../../../../src/domain/forms/definitions/labour/labour1'
import { findings } from '../../../../src/domain/forms/checking/findings'
import { prune } from '../../../../src/domain/forms/asking/prune'
import { releasedForms } from '../../../../src/domain/forms/released'
import { findingWords } from '../../../../src/domain/forms/wording/words'
import { employedWoman } from '../completeAnswers'
import { visitDay } from '../interview'
import { chance, fullAnswers, wildAnswers } from '../randomAnswers'

/** Seeds of chance for which something does not hold: a failure names them, and they can be run again. */
const failing = (holdsFor: (seed: number) => boolean): readonly number[] => Array.from({ length: 100 }, (_, seed) => seed).filter((seed) => !holdsFor(seed))
const same = (a: Answers, b: Answers) => sameAnswer([a as never], [b as never])

describe('what is sent', () => {
  it('is without answers that are not asked', () => {
    expect(prune(labour1, { activityStatus: '3', inactiveReason: '1', jobTitle: 'Phụ hồ', everWorked: '0' })).toEqual({ activityStatus: '3', inactiveReason: '1' })
  })

  it('is a complete form as it stands', () => {
    expect(prune(labour1, employedWoman)).toEqual(Object.fromEntries(Object.entries(employedWoman).filter(([, value]) => value !== undefined)))
  })

  it('keeps no, zero and “none of these”', () => {
    expect(prune(labour1, { trainingNeed: false, priorityGroups: [] })).toEqual({ trainingNeed: false, priorityGroups: [] })
  })

  it('has tidy text: NFC, single spaces, digits without spaces', () => {
    const typed = { fullName: '  Hòa  Thị Mai '.normalize('NFD'), personalId: '058 194 000 123', phone: '+84 356 112 233', email: ' ' }
    expect(prune(labour1, typed)).toEqual({ fullName: 'Hòa Thị Mai', personalId: '058194000123', phone: '0356112233' })
  })

  it('keeps an extension answer this form does not know: another device asked it', () => {
    expect(prune(labour1, { x_income: 5, salary: 5 })).toEqual({ x_income: 5 })
  })
})

describe.each(releasedForms.map((form) => [form.key, form] as const))('%s, with answers by chance', (_, form) => {
  it('pruning twice is pruning once', () => {
    expect(failing((seed) => {
      const once = prune(form, wildAnswers(form, chance(seed)))
      return same(prune(form, once), once)
    })).toEqual([])
  })

  it('fully answered and pruned, nothing is left over, missing or misshapen', () => {
    expect(failing((seed) => {
      const found = findings(form, prune(form, fullAnswers(form, chance(seed))), visitDay)
      return !found.some((finding) => /-(REQ|LEFT|VAL)$/.test(finding.id))
    })).toEqual([])
  })

  it('the rules never throw and always find words', () => {
    expect(failing((seed) => {
      const found = findings(form, wildAnswers(form, chance(seed)), visitDay)
      const words = found.flatMap((finding) => [findingWords(form, finding, 'vi'), findingWords(form, finding, 'en')])
      return !words.some((text) => text === '' || /[{}]|undefined/.test(text))
    })).toEqual([])
  })

  it('the order in which answers were given does not count', () => {
    expect(failing((seed) => {
      const wild = wildAnswers(form, chance(seed))
      return same(prune(form, Object.fromEntries(Object.entries(wild).reverse())), prune(form, wild))
    })).toEqual([])
  })

  it('what a change clears is exactly what pruning then leaves out', () => {
    expect(failing((seed) => {
      const before = prune(form, fullAnswers(form, chance(seed)))
      const other = fullAnswers(form, chance(seed + 1000))
      const switches = Object.keys(before).filter((id) => form.fields[id]?.kind === 'choice' || form.fields[id]?.kind === 'yesNo')
      const changed = switches[seed % switches.length] ?? ''
      const after = { ...before, [changed]: other[changed] }
      const sent = prune(form, after)
      const gone = form.groups.flatMap(({ fields }) => fields).filter((id) => id in before && !(id in sent))
      return clearedBy(form, before, after).join() === gone.join()
    })).toEqual([])
  })
})
