import { createContext, use } from 'react'

/** The record a form is about, for inputs that keep something of it beside the answers. */
export interface FormAbout {
  readonly commune: string
  readonly record: string
}

export const FormAboutContext = createContext<FormAbout | null>(null)

export function useFormAbout(): FormAbout {
  const about = use(FormAboutContext)
  if (!about) throw new Error('useFormAbout: rendered outside a form')
  return about
}
