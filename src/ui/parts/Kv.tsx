import type { ReactNode } from 'react'

/** Names and values, one pair on each line. Pairs without a value are left out. */
export function Kv({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="kv">
      {rows.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => (
        <div key={name} className="kv-r"><dt>{name}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  )
}
