/** Officers who handle a case and are a candidate, or kin of one. */
import type { Finding } from '#domain/finding.ts'
import type { SelectionCase } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { kinship } from './parties.ts'

/** The rule on recusal of whoever works on a matter. */
export const recusalRule = 'CSL-76-DUTY'

/** An account that is linked to a person. */
export interface Officer {
  readonly account: string
  readonly name: string
  readonly cadreId: string
}

export interface OfficerKin extends Officer {
  /** The candidate. */
  readonly candidateId: string
  /** As a clerk wrote it; undefined: the same person. */
  readonly relation: string | undefined
}

/** Every officer among these who is one of the candidates, or kin of one. */
export const officerKin = (facts: Facts, candidates: readonly string[], officers: readonly Officer[]): OfficerKin[] =>
  officers.flatMap((officer) =>
    candidates.flatMap((candidateId) => {
      const kin = kinship(facts, officer.cadreId, candidateId)
      return kin === undefined ? [] : [{ ...officer, candidateId, relation: kin === 'self' ? undefined : kin.label }]
    }),
  )

/** Must an account keep out of a case: a candidate's own, one of kin, or one that has recused? */
export const mustRecuse = (
  { recused }: Pick<SelectionCase, 'recused'>,
  kin: readonly OfficerKin[],
  account: string,
): boolean => [...kin, ...recused].some((one) => one.account === account)

export function recusalFindings({
  book,
  selection,
  officers,
}: {
  readonly book: RuleBook
  readonly selection: SelectionCase
  readonly officers: readonly OfficerKin[]
}): { readonly cadreId: string; readonly finding: Finding }[] {
  const rule = book.rules.get(recusalRule)
  if (!rule) return []
  const basis = { instrument: rule.instrument.name.zh, article: rule.article, title: rule.title }
  const staying = officers.filter(({ account }) => selection.handlers.includes(account))
  return [...Map.groupBy(staying, ({ candidateId }) => candidateId)].map(([cadreId, found]) => ({
    cadreId,
    finding: {
      rule: recusalRule,
      verdict: 'unmet',
      weight: 'decides',
      basis,
      reasons: found.map(staysAlthough),
      evidence: found.map(({ cadreId: person }) => `cadres/${person}`),
      missing: [],
    },
  }))
}

const staysAlthough = ({ name, relation }: OfficerKin): Text =>
  relation === undefined
    ? { zh: `经办人${name}就是人选本人，应当回避`, en: `the handler ${name} is the candidate and must recuse` }
    : {
        zh: `经办人${name}与人选有亲属关系（${relation}），应当回避`,
        en: `the handler ${name} is kin of the candidate (${relation}) and must recuse`,
      }
