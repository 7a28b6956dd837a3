/** Extension fields begin with `x_`, so that no released form can ever clash with them. */
export function isExtensionField(id: string): boolean {
  return id.startsWith('x_')
}
