/** Why a PIN will not do: not 4 to 8 digits, or one digit repeated, or a run like 1234. */
export function pinProblem(pin: string): 'length' | 'plain' | null {
  if (!/^\d{4,8}$/.test(pin)) return 'length'
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'plain' : null
}
