/**
 * Why a PIN is not accepted; `null` = it is accepted.
 * - `length`: not 4 to 8 digits
 * - `plain`: one digit repeated, or a run like 1234 or 4321
 */
export function pinProblem(pin: string): 'length' | 'plain' | null {
  if (!/^\d{4,8}$/.test(pin)) return 'length'
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'plain' : null
}
