import { describe, expect, it } from 'vitest'
import { moneyWords } from '../../src/domain/moneyWords'

describe('an amount read aloud', () => {
  it.each([
    [0, 'không đồng'],
    [5, 'năm đồng'],
    [10, 'mười đồng'],
    [15, 'mười lăm đồng'],
    [21, 'hai mươi mốt đồng'],
    [24, 'hai mươi tư đồng'],
    [101, 'một trăm linh một đồng'],
    [111, 'một trăm mười một đồng'],
    [500_000, 'năm trăm nghìn đồng'],
    [540_000, 'năm trăm bốn mươi nghìn đồng'],
    [810_000, 'tám trăm mười nghìn đồng'],
    [1_005_000, 'một triệu không trăm linh năm nghìn đồng'],
    [1_000_005, 'một triệu không trăm linh năm đồng'],
    [3_012_000, 'ba triệu không trăm mười hai nghìn đồng'],
    [25_000_000, 'hai mươi lăm triệu đồng'],
    [1_000_000_000, 'một tỷ đồng'],
    [2_050_000_000, 'hai tỷ không trăm năm mươi triệu đồng'],
    [1_000_000_000_000, 'một nghìn tỷ đồng'],
  ])('%d is %j', (amount, words) => expect(moneyWords(amount)).toBe(words))
})
