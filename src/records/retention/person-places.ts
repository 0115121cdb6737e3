/** Where rows stand that are a person's own: deleted whole, what hangs on them first. Everything else is looked through. */

/** Rows of a table, by a condition in which `$1` is the cadre id. */
export interface OwnRows {
  readonly table: string
  readonly where: string
}

const matters = 'select matter_id from matter where cadre_id = $1'
const papers = 'select document_id from case_paper where cadre_id = $1'
const changed = "(before ->> 'cadre_id' = $1 or after ->> 'cadre_id' = $1)"
const inSubject = "$1 = any (string_to_array(subject, '/'))"

export const ownRows: readonly OwnRows[] = [
  {
    table: 'public.run_sameness',
    where: `statement_id in (select statement_id from statements where cadre_id = $1)
      or other_id in (select statement_id from statements where cadre_id = $1)`,
  },
  { table: 'public.run_finding', where: inSubject },
  { table: 'public.run_paper', where: inSubject },
  { table: 'public.matter_event', where: `matter_id in (${matters})` },
  { table: 'public.matter', where: 'cadre_id = $1' },
  { table: 'public.case_paper_withdrawal', where: `document_id in (${papers})` },
  { table: 'public.case_paper', where: `document_id in (${papers})` },
  {
    table: 'public.paper_content',
    where: 'not exists (select from case_paper kept where kept.sha256 = paper_content.sha256)',
  },
  {
    table: 'public.import_arrival',
    where: `subject = 'person' and decision ->> 'id' = $1 or (import_id, number) in (
      select import_id, number from import_change where ${changed})`,
  },
  { table: 'public.import_change', where: changed },
]

/** Never changed by anything: who did what, and what proves it; and what the system itself is made of. */
export const untouched: ReadonlySet<string> = new Set([
  'public.audit',
  'public.audit_checkpoint',
  'public.migration',
  'public.field_key',
  'rights.login',
])
