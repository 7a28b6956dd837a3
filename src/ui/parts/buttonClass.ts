export interface ButtonLook {
  readonly kind?: 'pri' | 'dan' | 'quiet'
  /** 56 px high instead of 48. */
  readonly large?: boolean
  readonly wide?: boolean
}

export function buttonClass({ kind, large = false, wide = false }: ButtonLook, extra = ''): string {
  const classes = ['btn', kind === 'quiet' ? 'q' : kind, large && 'l', wide && 'w', extra]
  return classes.filter(Boolean).join(' ')
}
