import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DateCode } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import { loadRuleBook } from '#policy/index.ts'
import { orphanOf, type Place, readCondition, readStateOf, withReached } from '#records/keeping/index.ts'
import { countSealed, type SealedCount } from '#records/sealing/index.ts'
import { type Check, met, unmet } from '../../health/doctor/check.ts'
import { conditionChecks, keepingChecks } from '../../health/doctor/database.ts'
import {
  diskCheck,
  localeCheck,
  nodeCheck,
  orphanCheck,
  pagesCheck,
  portCheck,
  rightsChecks,
} from '../../health/doctor/machine.ts'
import { sealedCheck } from '../../health/doctor/sealed.ts'
import { keepingRhythm } from '../../health/keeping-rhythm.ts'
import { verifyAudit } from './verify-audit.ts'

export type { Check } from '../../health/doctor/check.ts'

export interface DoctorOptions {
  readonly place: Place
  readonly host: string
  readonly port: number
  readonly today: DateCode
  /** Follows the whole audit log, not only what came after its last checkpoint. */
  readonly deep: boolean
}

/** Looks at everything an operator can be told before it hurts; changes nothing. */
export async function examine({ place, host, port, today, deep }: DoctorOptions): Promise<readonly Check[]> {
  const rhythm = keepingRhythm(loadRuleBook(), today)
  const checks: Check[] = [nodeCheck(), localeCheck(), pagesCheck(), await portCheck(host, port)]
  if ('dataFolder' in place && existsSync(place.dataFolder)) {
    const folder = resolve(place.dataFolder)
    checks.push(
      ...(await rightsChecks(folder)),
      await diskCheck(folder, rhythm.leastFreePercent),
      orphanCheck(orphanOf(folder)),
    )
  }
  try {
    checks.push(...(await databaseChecks(place, rhythm)), await auditCheck(place, deep))
  } catch (error) {
    checks.push(unreachable(error))
  }
  return checks
}

const databaseChecks = (place: Place, rhythm: ReturnType<typeof keepingRhythm>): Promise<readonly Check[]> =>
  withReached(place, async (session, { dataFolder }) => {
    const condition = await readCondition(session)
    const state = await readStateOf(session)
    const now = new Date()
    return [
      ...conditionChecks(condition, now),
      sealedCheck(await readSealed(session)),
      ...keepingChecks(state, condition, rhythm, dataFolder !== undefined, now),
    ]
  })

/** Undefined before the migration that brings the keys. */
async function readSealed(session: Parameters<typeof countSealed>[0]): Promise<SealedCount | undefined> {
  const { rows } = await session.query("select where to_regclass('public.field_key') is not null")
  return rows.length === 0 ? undefined : countSealed(session)
}

async function auditCheck(place: Place, deep: boolean): Promise<Check> {
  const { fault, checkpoints, entries, since } = await verifyAudit({ place, quick: !deep })
  const [refused] = checkpoints.refused
  const wrong = fault?.said ?? refused?.said
  if (wrong)
    return unmet('audit', wrong, {
      zh: '保护现场，报告安全审计员；zhiren verify-audit 给出详情。',
      en: 'Leave everything as it is and tell the auditor; zhiren verify-audit says more.',
    })
  return met('audit', {
    zh: deep
      ? `审计日志 ${entries} 条全部对得上，自 ${since ?? '—'} 起从不删减。`
      : '最后一个检查点以后的审计日志对得上（--deep 核对全部）。',
    en: deep
      ? `All ${entries} audit entries fit; nothing since ${since ?? '—'} was ever trimmed.`
      : 'The audit log fits since its last checkpoint (--deep follows all of it).',
  })
}

function unreachable(error: unknown): Check {
  const [problem] = error instanceof ProblemError ? error.problems : []
  const what = error instanceof Error ? error.message : String(error)
  const said = problem?.message ?? { zh: `连接不上数据库：${what}`, en: `The database cannot be reached: ${what}` }
  return unmet(
    'database',
    said,
    problem?.mend ?? { zh: '检查数据文件夹里的 postgres.log。', en: 'Look at postgres.log in the data folder.' },
  )
}
