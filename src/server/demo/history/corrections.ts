import { isMissing, type Answers, type AnswerValue } from '../../../domain/forms/answers'
import type { NumberMaker } from '../people/identityNumbers'
import type { Random } from '../random'

type Patch = Readonly<Record<string, AnswerValue | null>>

/** Why a supervisor returns a form, on which field, and what the collector changes then. */
export interface Correction {
  readonly field: string
  readonly note: string
  readonly patch: Patch
}

type Idea = (random: Random, answers: Answers, numbers: NumberMaker) => Correction | null

const labourIdeas: readonly Idea[] = [
  (random, { activityStatus, born }) => (activityStatus === '2' && String(born) > '2002' ? studying(random) : null),
  (random, { born }) => (typeof born === 'string' && born.length === 4
    ? { field: 'born', note: 'Chỉ có năm sinh. Xem thẻ căn cước hoặc sổ cũ để ghi đủ ngày, tháng.', patch: { born: `${born}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}` } } : null),
  (random, { jobTitle }) => (jobTitle === 'làm rẫy'
    ? { field: 'jobTitle', note: 'Ghi rõ trồng cây gì trên rẫy.', patch: { jobTitle: random.pick(['trồng bắp trên rẫy', 'trồng mì trên rẫy', 'trồng điều']) } } : null),
  (_random, { workplaceName }) => (typeof workplaceName === 'string' && workplaceName.startsWith('Công ty')
    ? { field: 'workplaceName', note: 'Công ty này có hai xưởng. Hỏi lại làm ở xưởng nào.', patch: { workplaceName: `${workplaceName}, xưởng 2` } } : null),
  (_random, _answers, numbers) => ({ field: 'phone', note: 'Gọi số này không được. Hỏi lại số đang dùng.', patch: { phone: numbers.mobile() } }),
  (random, { generalEducation, technicalLevel }) => (generalEducation === '3' && technicalLevel === '1'
    ? { field: 'generalEducation', note: 'Gia đình nói đã học hết lớp 12. Hỏi lại có bằng chưa.', patch: { generalEducation: random.pick(['4', '2']) } } : null),
]

const asxhIdeas: readonly Idea[] = [
  (random, { accountNumber, accountKind }) => (accountKind === 'BANK' && typeof accountNumber === 'string'
    ? { field: 'accountNumber', note: 'Ngân hàng báo không có số này. Đọc lại từ thẻ hoặc sổ.', patch: { accountNumber: accountNumber.slice(0, -2) + random.digits(2) } } : null),
  (_random, _answers, numbers) => ({ field: 'phone', note: 'Gọi số này không được. Hỏi lại số đang dùng hoặc số người nhà.', patch: { phone: numbers.mobile() } }),
  (_random, { wantsAccount }) => (wantsAccount === true
    ? { field: 'wantsAccount', note: 'Bưu điện hỏi lại: có chắc muốn mở tài khoản không?', patch: { wantsAccount: false } } : null),
]

/** A reason for which a supervisor might return this form. There always is one: the phone number can be asked again. */
export function correctionFor(random: Random, kind: 'labour' | 'asxh', answers: Answers, numbers: NumberMaker): Correction {
  const ideas = (kind === 'labour' ? labourIdeas : asxhIdeas).flatMap((idea) => idea(random, answers, numbers) ?? [])
  return random.pick(ideas.filter(({ patch }) => Object.entries(patch).some(([field, value]) => !isMissing(value ?? undefined) && answers[field] !== value)))
}

function studying(random: Random): Correction {
  return {
    field: 'activityStatus',
    note: random.pick(['Đang học nghề ở Phan Rang thì phải chọn Đi học. Hỏi lại gia đình giúp.', 'Trường báo vẫn đang học. Hỏi lại gia đình giúp.']),
    patch: { activityStatus: '3', inactiveReason: '1', everWorked: null, previousJob: null, unemploymentDuration: null },
  }
}
