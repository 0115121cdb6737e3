/**
 * Records that may be deleted by their kind alone once their time is over, each with the rows that are: `$1` is the day before
 * which they must have ended. People go another way (`erase-person.ts`); the audit log and papers of cases are kept.
 */

/** Signs that came to nothing, or were opened in error: what was not so shall not stay with anybody. */
const groundless = `select event.matter_id from matter_event event join matter using (matter_id)
  where matter.kind = 'care'
  group by event.matter_id
  having bool_or(event.kind = 'withdrawn'
      or event.act ->> 'act' = 'check' and event.act #>> '{facts,result}' = 'nothing')
    and max(event.happened_on) < $1::date`

const settled = `select import_id from import where state in ('discarded', 'failed') and made_at < $1::date`

const gone = 'ended_at < $1::date'

export const expiringKinds = ['export', 'import-draft', 'session', 'care-groundless', 'due-seen'] as const
export type ExpiringKind = (typeof expiringKinds)[number]

interface Rows {
  readonly table: string
  readonly where: string
}

export const expiringRows: Readonly<Record<ExpiringKind, readonly Rows[]>> = {
  export: [{ table: 'public.export_log', where: 'recorded_at < $1::date' }],
  'import-draft': [
    { table: 'public.import_arrival', where: `import_id in (${settled})` },
    { table: 'public.import_file', where: `import_id in (${settled})` },
    {
      table: 'public.import',
      where: `import_id in (${settled}) and not exists (select from delivery where delivery.import_id = import.import_id)`,
    },
  ],
  session: [{ table: 'public.session', where: gone }],
  'care-groundless': [
    { table: 'public.matter_event', where: `matter_id in (${groundless})` },
    {
      table: 'public.matter',
      where: `kind = 'care' and recorded_at < $1::date
        and not exists (select from matter_event event where event.matter_id = matter.matter_id)`,
    },
  ],
  'due-seen': [{ table: 'public.due_seen', where: 'seen_at < $1::date' }],
}
