/** Ids of extension fields begin with `x_`, so that they never clash with those of a released form. */
export function isExtensionField(id: string): boolean {
  return id.startsWith('x_')
}
