import { caseFactsOf } from '#appoint/voting/index.ts'
import type { FactName, FactsAct } from '#domain/selection-case.ts'
import type { Records } from '#records/index.ts'
import { readBallots } from '#records/queries/index.ts'
import { Refusal } from '../http/refusal.ts'
import { reportOf } from '../presenters/ballots.ts'
import { labelOfFactName } from './present-facts.ts'

/** Figures of a meeting that a ballot counts. */
const counted: readonly FactName[] = ['members_due', 'members_present', 'votes_for']

/**
 * Where the members voted in a ballot of the case, its count stands: no other figure is recorded.
 * @throws Refusal 422 `fact-not-as-counted`
 */
export async function checkAsCounted(
  { database }: Records,
  caseId: string,
  { cadreId, facts }: FactsAct,
): Promise<void> {
  const names = counted.filter((name) => facts[name] !== undefined)
  if (names.length === 0) return
  for (const ballot of await readBallots(database)) {
    const report = reportOf(ballot)
    const told = (report ? caseFactsOf(ballot.design, report) : []).filter((one) => one.caseId === caseId)
    for (const name of names) {
      const found = told.find((one) => one.facts[name] !== undefined && (one.cadreId ?? cadreId) === cadreId)
      if (!found) continue
      if (found.facts[name] !== facts[name]) throw notAsCounted(name, ballot.design.title, Number(found.facts[name]))
    }
    // The last ballot on the case counts.
    if (told.length > 0) return
  }
}

function notAsCounted(name: FactName, title: string, figure: number): Refusal {
  const label = labelOfFactName(name)
  return new Refusal(
    422,
    'fact-not-as-counted',
    {
      zh: `${label.zh}与「${title}」的计票结果不一致，计票结果是${figure}。`,
      en: `${label.en} is not what "${title}" counted: ${figure}.`,
    },
    {
      zh: '从投票的页面记入；计票有误的，重新组织投票。',
      en: 'Record it from the page of the ballot; where its count is wrong, hold another.',
    },
  )
}
