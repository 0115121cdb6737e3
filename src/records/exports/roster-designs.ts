/** Saved designs of rosters. Each saving is a version of its own; nothing is overwritten. */
import { randomUUID } from 'node:crypto'
import { type QueryExecutorProvider, sql } from 'kysely'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { officerName } from '../accounts/officer-name.ts'
import type { Records } from '../records.ts'

export interface DesignVersion {
  readonly designId: string
  /** From 1. */
  readonly version: number
  readonly name: string
  /** Undefined where it was put away. */
  readonly design: unknown
  readonly recordedBy: string
  readonly recordedByName: Text
  readonly recordedAt: Date
}

const columns = sql`design_id as "designId", version, name, design, recorded_by as "recordedBy",
  ${officerName('recorded_by')} as "recordedByName", recorded_at as "recordedAt"`

/** The newest version of each design that was not put away, by name. */
export async function readDesigns(database: QueryExecutorProvider): Promise<readonly DesignVersion[]> {
  const { rows } = await sql<DesignVersion>`
    select * from (
      select distinct on (design_id) ${columns} from roster_design order by design_id, version desc
    ) newest where design is not null order by name, "designId"`.execute(database)
  return rows
}

/** Every version of a design, the newest first. */
export async function readDesignVersions(
  database: QueryExecutorProvider,
  designId: string,
): Promise<readonly DesignVersion[]> {
  const { rows } = await sql<DesignVersion>`
    select ${columns} from roster_design where design_id = ${designId}::uuid order by version desc`.execute(database)
  return rows
}

export interface DesignSaving {
  /** The design and the version it was made from; a new design where left out. */
  readonly basedOn?: { readonly designId: string; readonly version: number }
  readonly name: string
  /** Left out where it is put away. */
  readonly design?: object
}

/**
 * Saves a design as its next version.
 * @throws ProblemError `design-changed` where somebody saved another version since, or there is no such design
 */
export async function saveDesign(
  records: Records,
  { basedOn, name, design }: DesignSaving,
  actor: string,
): Promise<string> {
  const designId = basedOn?.designId ?? randomUUID()
  const version = (basedOn?.version ?? 0) + 1
  const action = design === undefined ? 'roster-design.remove' : 'roster-design.save'
  await records.commit({ actor, action, subject: designId, detail: { name, version } }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren roster designs'))`.execute(tx)
    const [newest] = await readDesignVersions(tx, designId)
    if ((newest?.version ?? 0) !== version - 1) throw changedMeanwhile(newest)
    const value = design === undefined ? null : JSON.stringify(design)
    await tx
      .insertInto('roster_design')
      .values({ design_id: designId, version, name, design: value, recorded_by: actor })
      .execute()
  })
  return designId
}

const changedMeanwhile = (newest: DesignVersion | undefined): ProblemError =>
  new ProblemError({
    code: 'design-changed',
    message:
      newest === undefined
        ? { zh: '没有这个名册样式。', en: 'There is no such design.' }
        : {
            zh: `样式「${newest.name}」已由${newest.recordedByName.zh}另存了第 ${newest.version} 版。`,
            en: `${newest.recordedByName.en} saved version ${newest.version} of the design "${newest.name}" meanwhile.`,
          },
    mend: { zh: '重新打开样式再改，或者另存为新样式。', en: 'Open it again, or save yours as a new design.' },
  })
