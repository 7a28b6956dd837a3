interface SortHeadProps {
  readonly label: string
  readonly order: 'ascending' | 'descending' | null
  readonly onSort: () => void
  readonly numeric?: boolean
}

/** Heading of a sortable column. It shows the order as a sign and tells it to screen readers. */
export function SortHead({ label, order, onSort, numeric = false }: SortHeadProps) {
  const sign = order === null ? '↕' : order === 'descending' ? '▼' : '▲'
  return (
    <th scope="col" className={numeric ? 'r' : undefined} aria-sort={order ?? 'none'}>
      <button type="button" onClick={onSort}>{label} <span className={`no-print${order ? '' : ' mut'}`} aria-hidden="true">{sign}</span></button>
    </th>
  )
}
