/** `1.234.567`: groups of three with dots, as written in Viet Nam. */
export function numberWords(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.')
}
