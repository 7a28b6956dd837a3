import { describe, expect, it } from 'vitest'
import { differingPart } from '../../../src/domain/identity/differingPart'

describe('the part in which two texts differ', () => {
  it.each([
    ['Ka Tơr Bình', 'Katơr Bình', ['Ka', ' T', 'ơr Bình']],
    ['Katơr Bình', 'Ka Tơr Bình', ['Ka', 't', 'ơr Bình']],
    ['14/03/2003', '15/03/2003', ['1', '4', '/03/2003']],
    ['Lò Thị Bàn', 'Lò Thị Bạn', ['Lò Thị B', 'à', 'n']],
    ['2003', '2003', ['2003', '', '']],
    ['Bình', 'Bình An', ['Bình', '', '']],
    ['aa', 'aaa', ['aa', '', '']],
    ['', 'x', ['', '', '']],
  ])('%s beside %s', (text, other, [before, part, after]) => {
    expect(differingPart(text, other)).toEqual({ before, part, after })
  })

  it('never cuts a letter from its mark, however it was typed', () => {
    expect(differingPart('Bạn'.normalize('NFD'), 'Bàn')).toEqual({ before: 'B', part: 'ạ', after: 'n' })
  })
})
