import { createContext, use } from 'react'
import type { Photos } from './filling/usePhotos'

/** What inputs need to know of the form they are in, besides their own answer. */
export interface FormAbout {
  readonly commune: string
  readonly photos: Photos
}

export const FormAboutContext = createContext<FormAbout | null>(null)

export function useFormAbout(): FormAbout {
  const about = use(FormAboutContext)
  if (!about) throw new Error('useFormAbout: rendered outside a form')
  return about
}
