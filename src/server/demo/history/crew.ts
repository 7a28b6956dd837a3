import { uuid7 } from '../../../domain/identity/uuid7'
import type { Role } from '../../../domain/access'
import type { Random } from '../random'

export type CrewKey = 'admin' | 'supervisor' | 'officer' | 'member1' | 'member2'

/** An account of the demo commune, and the phone or computer from which its past work came. The administrator has no device. */
export interface CrewMember {
  readonly key: CrewKey
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly device: string
  readonly deviceLabel: string | null
}

export type Collector = Pick<CrewMember, 'id' | 'name'>
export type Crew = Readonly<Record<CrewKey, CrewMember>>

/** The names are the same as in the design's pictures. No real person is meant. */
const posts: readonly Pick<CrewMember, 'key' | 'username' | 'name' | 'role' | 'deviceLabel'>[] = [
  { key: 'admin', username: 'quantri', name: 'Trần Quốc Vinh', role: 'admin', deviceLabel: null },
  { key: 'supervisor', username: 'giamsat', name: 'Đặng Văn Khoa', role: 'supervisor', deviceLabel: 'Máy tính phòng Văn hóa – Xã hội' },
  { key: 'officer', username: 'canbo', name: 'Lê Văn Sự', role: 'officer', deviceLabel: 'Điện thoại cán bộ xã' },
  { key: 'member1', username: 'thon1', name: 'Bùi Thị Lan', role: 'member', deviceLabel: 'Điện thoại tổ thôn Suối Le' },
  { key: 'member2', username: 'thon2', name: 'Pi Năng Thuận', role: 'member', deviceLabel: 'Điện thoại tổ thôn Gò Sạn' },
]

export function makeCrew(random: Random, epochMs: number): Crew {
  const member = (post: (typeof posts)[number], at: number): CrewMember =>
    ({ ...post, id: uuid7(epochMs + at, random.bytes(10)), device: uuid7(epochMs + at, random.bytes(10)) })
  return Object.fromEntries(posts.map((post, at) => [post.key, member(post, at)])) as Record<CrewKey, CrewMember>
}
