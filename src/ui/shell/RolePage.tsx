import type { ReactNode } from 'react'
import { DeskPage } from '../parts/frame/DeskPage'
import { PhonePage } from '../parts/frame/PhonePage'
import { useServices } from '../services'

interface RolePageProps {
  readonly title: string
  readonly sub?: string
  readonly place: 'dong-bo' | 'cua-toi'
  readonly children: ReactNode
}

/** A page that every role has: in the phone's frame for members and officers, in the desk's frame for supervisors and administrators. */
export function RolePage({ title, sub, place, children }: RolePageProps) {
  const { holder } = useServices()
  const atDesk = holder.role === 'supervisor' || holder.role === 'admin'
  const head = { title, ...(sub && { sub }) }
  if (atDesk) return <DeskPage {...head} current={place}><div className="column">{children}</div></DeskPage>
  return <PhonePage {...head} nav={place} flush>{children}</PhonePage>
}
