import { describe, expect, it } from 'vitest'
import { createAnswers } from '../../../../src/ui/form/filling/answerStore'

describe('the answers of a form', () => {
  it('tell those who follow the answer that changed, and nobody else', () => {
    const store = createAnswers({ fullName: 'Chamaléa Thị Hoa', phone: '0912345678' })
    const heard: string[] = []
    store.subscribe(['fullName'], () => heard.push('name'))
    store.subscribe(['phone', 'email'], () => heard.push('contact'))

    store.set('phone', '0987654321')

    expect(heard).toEqual(['contact'])
    expect(store.all()).toEqual({ fullName: 'Chamaléa Thị Hoa', phone: '0987654321' })
  })

  it('are without what was emptied', () => {
    const store = createAnswers({ fullName: 'Chamaléa Thị Hoa', phone: '0912345678' })

    store.set('phone', undefined)

    expect(Object.keys(store.all())).toEqual(['fullName'])
  })

  it('are left as they were for whoever read them before', () => {
    const store = createAnswers({ phone: '0912345678' })
    const before = store.all()
    store.set('phone', '0987654321')
    expect(before).toEqual({ phone: '0912345678' })
  })

  it('are silent for whoever has gone', () => {
    const store = createAnswers({})
    const heard: string[] = []
    const stop = store.subscribe(['phone'], () => heard.push('phone'))
    stop()
    store.set('phone', '0987654321')
    expect(heard).toEqual([])
  })
})
