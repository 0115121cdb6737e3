import { readTemplate, typeset } from '../typesetting/typeset.ts'
import type { CaseFileText, GateTable } from './case-file.ts'

/** A part of the file that the system sets. */
export const typesetPart = (template: string, data: unknown): Uint8Array =>
  typeset(readTemplate(import.meta.dirname, template), data)

/** What the system recorded, before the papers. */
export function systemParts({
  record,
  gates,
  tables,
}: CaseFileText): { readonly title: string; readonly data: object }[] {
  return [
    { title: '全程纪实', data: { part: 'record', lines: record } },
    ...(gates.length > 0 ? [gatesPart('各环节比对结果（通过当时）', gates)] : []),
    ...tables.map((table) => ({ title: table.title, data: { part: 'table', table } })),
  ]
}

const gatesPart = (title: string, gates: readonly GateTable[]) => ({ title, data: { part: 'gates', title, gates } })

/** Findings of gates as a paper of their own. */
export const gateFindingsPdf = (title: string, gates: readonly GateTable[]): Uint8Array =>
  typesetPart('record.typ', gatesPart(title, gates).data)
