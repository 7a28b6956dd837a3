import type { People } from './people/nameLists'

/** One hamlet of the demo commune: how many households, who lives there, how far the survey has come. */
export interface HamletPlan {
  readonly code: string
  readonly name: string
  readonly households: number
  readonly peoples: Readonly<Partial<Record<People, number>>>
  /** Share of the people of 15 and more whose labour form has been sent. */
  readonly progress: number
  /** Number of beneficiary records. */
  readonly beneficiaries: number
  readonly collector: 'member1' | 'member2' | 'officer'
  readonly poor: number
  /** Landmarks used in the notes on how to find a house. */
  readonly landmarks: readonly string[]
}

const plain = ['nhà văn hóa thôn', 'chợ', 'trường tiểu học', 'cổng chào', 'trạm bơm', 'quán tạp hóa', 'ngã ba đường nhựa', 'miếu']
const hills = ['nhà cộng đồng', 'suối', 'cây gòn lớn', 'trường mẫu giáo', 'bể nước chung', 'đường bê tông cuối thôn', 'dốc đá']

/** 14 hamlets, 3,000 households, 415 beneficiary records, about 3,600 labour forms. */
export const hamletPlans: readonly HamletPlan[] = [
  { code: 'T01', name: 'Hòa Lạc', households: 330, peoples: { '01': 96, '17': 4 }, progress: 0.65, beneficiaries: 41, collector: 'officer', poor: 0.05, landmarks: plain },
  { code: 'T02', name: 'Gò Sạn', households: 250, peoples: { '01': 55, '17': 25, '21': 20 }, progress: 0.55, beneficiaries: 36, collector: 'member2', poor: 0.1, landmarks: plain },
  { code: 'T03', name: 'Lập Lá', households: 290, peoples: { '01': 78, '17': 20, '21': 2 }, progress: 0.5, beneficiaries: 38, collector: 'officer', poor: 0.08, landmarks: plain },
  { code: 'T04', name: 'Tầm Ngân', households: 160, peoples: { '21': 88, '01': 12 }, progress: 0.46, beneficiaries: 30, collector: 'member2', poor: 0.28, landmarks: hills },
  { code: 'T05', name: 'Đồng Cây', households: 230, peoples: { '01': 70, '21': 24, '17': 6 }, progress: 0.44, beneficiaries: 33, collector: 'officer', poor: 0.12, landmarks: plain },
  { code: 'T06', name: 'Suối Le', households: 96, peoples: { '21': 80, '01': 14, '16': 6 }, progress: 0.48, beneficiaries: 31, collector: 'member1', poor: 0.3, landmarks: hills },
  { code: 'T07', name: 'Ma Lâm', households: 190, peoples: { '21': 70, '16': 20, '01': 10 }, progress: 0.3, beneficiaries: 34, collector: 'officer', poor: 0.27, landmarks: hills },
  { code: 'T08', name: 'Tân Bình', households: 150, peoples: { '01': 90, '17': 10 }, progress: 0, beneficiaries: 12, collector: 'officer', poor: 0.07, landmarks: plain },
  { code: 'T09', name: 'Hạnh Trí', households: 320, peoples: { '01': 92, '17': 8 }, progress: 0.52, beneficiaries: 38, collector: 'officer', poor: 0.05, landmarks: plain },
  { code: 'T10', name: 'Triệu Phong', households: 240, peoples: { '01': 98, '17': 2 }, progress: 0.4, beneficiaries: 29, collector: 'officer', poor: 0.06, landmarks: plain },
  { code: 'T11', name: 'Thạch Hà', households: 220, peoples: { '01': 97, '21': 3 }, progress: 0.36, beneficiaries: 27, collector: 'officer', poor: 0.07, landmarks: plain },
  { code: 'T12', name: 'La Vang', households: 180, peoples: { '01': 60, '21': 40 }, progress: 0.24, beneficiaries: 26, collector: 'officer', poor: 0.16, landmarks: hills },
  { code: 'T13', name: 'Trà Giang', households: 200, peoples: { '01': 50, '21': 44, '17': 6 }, progress: 0.2, beneficiaries: 27, collector: 'officer', poor: 0.18, landmarks: hills },
  { code: 'T14', name: 'Tân Lập', households: 144, peoples: { '01': 74, '21': 26 }, progress: 0.12, beneficiaries: 13, collector: 'officer', poor: 0.14, landmarks: plain },
]
