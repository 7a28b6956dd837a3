export const median = (a) => {
  const s = a.filter(Number.isFinite).sort((x, y) => x - y)
  if (s.length === 0) return NaN
  return s.length % 2 ? s[(s.length - 1) / 2] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2
}
export const pct = (a, p) => [...a].sort((x, y) => x - y)[Math.max(0, Math.ceil(p * a.length) - 1)]
