import { mustRecuse, officerKin } from '#appoint/procedure/index.ts'
import type { CaseDesk } from './case-desk.ts'
import { recusedHandler } from './refusals.ts'

/** Whoever must keep out of a case keeps out of what is done for it. @throws Refusal 403 `case-recused` */
export async function keepOut(cases: CaseDesk, caseIds: readonly string[], account: string): Promise<void> {
  const found = caseIds.length === 0 ? [] : (await cases.all()).filter(({ caseId }) => caseIds.includes(caseId))
  if (found.length === 0) return
  const [facts, officers] = await Promise.all([cases.facts(cases.today()), cases.officers()])
  for (const { selection } of found) {
    const people = selection.candidates.map(({ cadreId }) => cadreId)
    if (mustRecuse(selection, officerKin(facts, people, officers), account)) throw recusedHandler()
  }
}
