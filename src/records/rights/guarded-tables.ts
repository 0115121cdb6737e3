/**
 * How each table is guarded for a session that reads on behalf of an account. A table that is not named here stops the
 * start: nothing is readable by being forgotten.
 */
import { type FieldClass, tableClasses } from '#domain/lexicon/field-classes.ts'
import { type TableName, tableNames } from '#domain/tables.ts'

export type Guard =
  /** Rows of people, named in this column, within the grants of the class; rows of a unit as a whole where that is empty. */
  | {
      readonly by: 'person'
      readonly held: FieldClass
      readonly column: string
      readonly unit?: string
      /** Read from end to end: whom the reader sees is worked out at once and not row by row. */
      readonly isScanned?: true
    }
  /** Rows of people, seats and units in one column: those of people as above, the others open. */
  | { readonly by: 'subject'; readonly held: FieldClass; readonly column: string }
  /** Says nothing of any person. */
  | { readonly by: 'nothing' }
  /** Steps of an office: who takes part in a case, a matter, a list decides, and the server asks it. */
  | { readonly by: 'course' }
  /** Never read on behalf of anybody. */
  | { readonly by: 'nobody' }
  /** Read and written by the owner of the database alone. */
  | { readonly by: 'owner' }

const person = (held: FieldClass, unit?: string) =>
  ({ by: 'person', held, column: 'cadre_id', ...(unit !== undefined && { unit }) }) as const satisfies Guard

/** Of these a page reads the rows of everybody, of one vacancy or one kind of contradiction. */
const scanned = (held: FieldClass) => ({ ...person(held), isScanned: true }) as const satisfies Guard

function factGuard(table: TableName): Guard {
  const held = tableClasses[table]
  if (held === 'nobody') return { by: 'nobody' }
  if (held.row === 'public') return { by: 'nothing' }
  return person(held.row, table === 'supervision' ? 'unit_id' : undefined)
}

/** What an analysis found about people, and what people recorded about one person. */
const ofPeople = {
  run_estimate: person('personnel'),
  run_eligibility: scanned('personnel'),
  run_shortlist: scanned('personnel'),
  run_rotation: scanned('personnel'),
  run_need: scanned('personnel'),
  run_conflict: scanned('personnel'),
  run_signal: person('supervision', 'unit_id'),
  run_finding: { by: 'subject', held: 'personnel', column: 'subject' },
  run_paper: { by: 'subject', held: 'personnel', column: 'subject' },
  roster: scanned('personnel'),
  judgement: person('personnel'),
  appointment_form: person('sensitive'),
  track_event: person('personnel'),
} as const satisfies Record<string, Guard>

const ofNobody = [
  'audit_checkpoint',
  'comparable_group',
  'edition',
  'local_rule',
  'local_rule_withdrawal',
  'migration',
  'requirement_edit',
  'roster_design',
  'run',
  'run_sameness',
  'run_unit_estimate',
  'run_unlisted',
  'training_class',
  'vacancy_tally',
]

const ofCourses = [
  'account',
  'account_person',
  'account_source',
  'audit',
  'ballot',
  'ballot_paper_count',
  'ballot_step',
  'care_duty',
  'case_event',
  'case_paper',
  'case_paper_withdrawal',
  'delivery',
  'delivery_outcome',
  'due_seen',
  'erasure',
  'expiry',
  'export_log',
  'impact_assessment',
  'import',
  'import_arrival',
  'import_change',
  'import_file',
  'key_seat_event',
  'matter',
  'matter_event',
  'paper_content',
  'placement',
  'placement_result',
  'roster_order',
  'roster_view',
  'roster_view_default',
  'selection_case',
  'slate',
  'slate_result',
  'team_meeting',
  'training_class_event',
  'training_plan',
]

/** Votes as they were cast, which are counted and never read; how people sign in; the proof of the audit. */
const closed = [
  'account_challenge',
  'account_event',
  'account_passkey',
  'account_password',
  'account_recovery_code',
  'account_totp',
  'ballot_box',
  'ballot_roll',
  'provisioning_client',
  'session',
  'sign_in_guess',
]

/** By schema and name. */
export const guardedTables: ReadonlyMap<string, Guard> = new Map<string, Guard>([
  ...tableNames.flatMap((table): [string, Guard][] => [
    [`public.${table}`, factGuard(table)],
    [`past.${table}`, factGuard(table)],
  ]),
  ...Object.entries(ofPeople).map(([table, guard]): [string, Guard] => [`public.${table}`, guard]),
  ...ofNobody.map((table): [string, Guard] => [`public.${table}`, { by: 'nothing' }]),
  ...ofCourses.map((table): [string, Guard] => [`public.${table}`, { by: 'course' }]),
  ...closed.map((table): [string, Guard] => [`public.${table}`, { by: 'nobody' }]),
  ['rights.access_grant', { by: 'course' }],
  ['rights.grant_withdrawal', { by: 'course' }],
  ['rights.standing', { by: 'nobody' }],
  ['rights.login', { by: 'owner' }],
  ['public.field_key', { by: 'owner' }],
  ['public.job', { by: 'owner' }],
])

/** Columns of a fact table that are held more closely than its rows, with their class. */
export function closerColumns(table: string): ReadonlyMap<string, FieldClass> {
  const [, name = ''] = table.split('.')
  const held = (tableClasses as Record<string, (typeof tableClasses)[TableName] | undefined>)[name]
  return new Map(held === undefined || held === 'nobody' ? [] : Object.entries(held.fields ?? {}))
}
