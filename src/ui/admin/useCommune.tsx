import { createContext, use, useState, type ReactNode } from 'react'
import { useServices } from '../services'

interface CommuneChoice {
  readonly code: string
  readonly choose: (code: string) => void
}

const CommuneContext = createContext<CommuneChoice | null>(null)

/** The commune an administrator works on, kept while moving between the screens. */
export function CommuneProvider({ children }: { readonly children: ReactNode }) {
  const { holder } = useServices()
  const [code, choose] = useState(holder.communes[0]?.code ?? '')
  return <CommuneContext value={{ code, choose }}>{children}</CommuneContext>
}

/** @throws Error outside `CommuneProvider` */
export function useCommune(): CommuneChoice {
  const choice = use(CommuneContext)
  if (!choice) throw new Error('useCommune: rendered outside CommuneProvider')
  return choice
}
