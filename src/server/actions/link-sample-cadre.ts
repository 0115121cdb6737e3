import { linkAccount, linkSource, type Records } from '#records/index.ts'
import { findReserveDeputy } from '#records/queries/index.ts'

/** After its analysis: links the demo account of a cadre to a deputy of the sample city who is in the reserve. */
export async function linkSampleCadre(records: Records): Promise<void> {
  const run = await records.latestRun()
  const cadreId = run && (await findReserveDeputy(records.database, run.id))
  if (cadreId === undefined) return
  await linkAccount(
    records,
    { account: 'cadre', cadreId, reason: '示例城市：演示账号对应一名在任的后备副职' },
    'system',
  )
}

/** Links the demo account of a source department to the audit office of the sample city, which is to deliver each quarter. */
export const linkSampleSource = (records: Records): Promise<void> =>
  linkSource(
    records,
    { account: 'source', source: { channel: 'audit', everyMonths: 3 }, reason: '示例城市：演示账号代审计部门报送' },
    'system',
  )
