interface SortHeadProps {
  readonly label: string
  readonly order: 'ascending' | 'descending' | null
  readonly onSort: () => void
  readonly numeric?: boolean
}

/** Heading of a column that can be sorted; says the order to the eye and to a reader. */
export function SortHead({ label, order, onSort, numeric = false }: SortHeadProps) {
  const sign = order === null ? '↕' : order === 'descending' ? '▼' : '▲'
  return (
    <th scope="col" className={numeric ? 'r' : undefined} aria-sort={order ?? 'none'}>
      <button type="button" onClick={onSort}>{label} <span className={`no-print${order ? '' : ' mut'}`} aria-hidden="true">{sign}</span></button>
    </th>
  )
}
