import { useState } from 'react'
import { readTables } from '../../../exchange/readTables'
import { rememberColumns } from '../../../exchange/guessColumns'
import type { ReadFailure } from '../../../exchange/table'
import { toImportRows } from '../../../exchange/toImportRows'
import { importPreviewSchema, type ImportIssue, type ImportRow } from '../../../protocol/api'
import type { RemoteFailure } from '../../../remote/remote'
import { useServices } from '../../services'
import { useCommune } from '../useCommune'
import { openFile } from './openFile'
import type { Checked, ImportStep, OpenedFile } from './importState'
import { keepColumns } from './rememberedColumns'

type Trouble = { readonly of: 'file'; readonly failure: ReadFailure } | { readonly of: 'server'; readonly failure: RemoteFailure }

/** The state of one import (file -> columns -> preview -> written), its actions, and the trouble of the last one. */
export function useImport() {
  const { remote } = useServices()
  const { code } = useCommune()
  const [step, setStep] = useState<ImportStep>({ step: 'choose' })
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const alone = async (work: () => Promise<Trouble | null>): Promise<void> => {
    setBusy(true)
    setTrouble(await work())
    setBusy(false)
  }
  const check = (file: OpenedFile, rows: readonly ImportRow[], read: readonly ImportIssue[]) => alone(async () => {
    const answer = await remote.previewImport(code, rows)
    if (!answer.ok) return { of: 'server', failure: answer.error }
    // If the administrator changed a column or went back meanwhile, the answer is dropped: it is about the older question.
    setStep((now) => (now === step ? { step: 'preview', file, checked: { rows, issues: [...read, ...answer.value.issues], counts: answer.value } } : now))
    return null
  })
  return {
    step, busy, trouble,
    choose: (chosen: File) => alone(async () => {
      const tables = await readTables(chosen)
      if (!tables.ok) return { of: 'file', failure: tables.error }
      setStep({ step: 'columns', file: openFile(chosen.name, tables.value) })
      return null
    }),
    setFile: (file: OpenedFile) => setStep({ step: 'columns', file }),
    restart: () => { setTrouble(null); setStep({ step: 'choose' }) },
    preview: async (file: OpenedFile) => {
      keepColumns(rememberColumns(file.headings.names, file.mapping))
      const { rows, issues } = rowsOf(file)
      if (rows.length === 0) setTrouble({ of: 'file', failure: { kind: 'empty' } })
      else await check(file, rows, issues)
    },
    /** Leaves rows out and asks the server again, because the rest may be wrong without them. */
    without: async (file: OpenedFile, checked: Checked, left: ReadonlySet<number>) => {
      const rows = checked.rows.filter((row) => !left.has(row.row))
      const { issues } = rowsOf(file)
      await check(file, rows, issues.filter((issue) => !left.has(issue.row)))
    },
    commit: (file: OpenedFile, checked: Checked) => alone(async () => {
      const answer = await remote.commitImport(code, checked.rows)
      if (answer.ok) {
        setStep({ step: 'done', written: answer.value.written })
        return null
      }
      // The server judged differently from the preview: its answer names the rows.
      const detail = importPreviewSchema.safeParse('detail' in answer.error ? answer.error.detail : undefined)
      if (detail.success) setStep({ step: 'preview', file, checked: { ...checked, issues: detail.data.issues, counts: detail.data } })
      return { of: 'server', failure: answer.error }
    }),
  }
}

/** The rows below the headings, read by the chosen columns. */
const rowsOf = ({ tables, sheet, headings, mapping, fillDown }: OpenedFile) => toImportRows(tables[sheet]?.rows.slice(headings.firstRow) ?? [], mapping, fillDown)

export type Import = ReturnType<typeof useImport>
