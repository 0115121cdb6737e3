import { formatDate } from '#domain/calendar.ts'
import { certaintyOf, halfWidth90 } from '#domain/estimate.ts'
import { type ConditionPaper, type PaperPart, partWords, readGroup } from '#identify/index.ts'
import type { Edition, TeamGroup, TeamRecord } from '#records/queries/index.ts'
import type { EarlySignShape, EstimateShape, Team, TeamRow, TeamsPage } from '../contract/index.ts'
import { presentDate, presentEstimate, presentStoredEstimate, presentText } from './evidence.ts'
import { term, termOrNull } from './term.ts'

/** Against what is usual among comparable teams, which is zero. */
function standingOf(estimate: EstimateShape): TeamRow['standing'] {
  if (!estimate.separable) return null
  return { certainty: certaintyOf(estimate.value / estimate.sd), side: estimate.value >= 0 ? 'above' : 'below' }
}

const kindsIn = (group: string): TeamRow['comparedKinds'] =>
  readGroup(group).kinds.map((kind) => term('unitKind', kind))

function presentRow(row: TeamRecord): TeamRow {
  const estimate = presentStoredEstimate(row)
  return {
    unitId: row.unit_id,
    unitName: row.unit_name,
    kind: term('unitKind', row.kind),
    level: term('unitLevel', row.level),
    comparedKinds: kindsIn(row.group),
    estimate,
    standing: standingOf(estimate),
    change: row.change,
    filled: row.filled,
    quota: row.quota,
    openFindings: row.open_findings,
    overdueFindings: row.overdue_findings,
  }
}

export const presentTeamsPage = (page: {
  readonly edition: Edition
  readonly total: number
  readonly offset: number
  readonly rows: readonly TeamRecord[]
  readonly groups: readonly TeamGroup[]
}): TeamsPage => ({
  asOf: formatDate(page.edition.asOf),
  total: page.total,
  offset: page.offset,
  groups: page.groups.map(({ kind, level, count }) => ({
    kind: term('unitKind', kind),
    level: term('unitLevel', level),
    count,
  })),
  rows: page.rows.map(presentRow),
})

const presentPart = ({ id, weight, correlation, told }: PaperPart): Team['parts'][number] => ({
  id,
  label: presentText(partWords[id]),
  weight,
  correlation,
  told: told
    ? {
        mean: told.mean,
        lower: told.mean - halfWidth90 * told.sd,
        upper: told.mean + halfWidth90 * told.sd,
        value: told.value,
        usual: told.usual,
        n: told.n,
      }
    : null,
})

/** The working paper of a team for the screen; `quantiles` are those of the teams it is compared with. */
export function presentTeam(
  { asOf }: Edition,
  paper: ConditionPaper,
  quantiles: readonly number[] | undefined,
  signs: readonly EarlySignShape[],
): Team {
  const estimate = presentEstimate(paper.estimate)
  return {
    asOf: formatDate(asOf),
    unitId: paper.unitId,
    unitName: paper.unitName,
    kind: term('unitKind', paper.kind),
    level: term('unitLevel', paper.level),
    estimate,
    group: {
      size: paper.groupSize,
      kinds: kindsIn(paper.estimate.group),
      quantiles: quantiles ? [...quantiles] : null,
    },
    standing: standingOf(estimate),
    parts: paper.parts.map(presentPart),
    members: paper.members.map(presentMember),
    structure: presentStructure(paper),
    results: paper.results.map(({ year, value, sd, indicators }) => ({
      year,
      value,
      lower: value - halfWidth90 * sd,
      upper: value + halfWidth90 * sd,
      indicators,
    })),
    findings: paper.findings.map(presentFinding),
    trend: {
      points: paper.trend.points.map((point) => ({
        on: formatDate(point.on),
        estimate: presentEstimate(point.estimate),
      })),
      change: paper.trend.change ?? null,
    },
    signs: [...signs],
  }
}

const presentMember = (member: ConditionPaper['members'][number]): Team['members'][number] => ({
  cadreId: member.cadreId,
  name: member.name,
  title: member.title,
  role: termOrNull('role', member.role === '' ? null : member.role),
  since: formatDate(member.since),
  age: member.age ?? null,
  education: termOrNull('educationLevel', member.education ?? null),
  fields: member.fields.map((field) => term('sector', field)),
})

const presentStructure = ({ structure }: ConditionPaper): Team['structure'] => ({
  filled: structure.filled,
  quota: structure.quota ?? null,
  ageBounds: [...structure.ageBounds],
  ages: [...structure.ages],
  termTo: presentDate(structure.termTo),
  termEnding: structure.termEnding,
  lines: structure.lines.map(({ field, familiar }) => ({ field: term('sector', field), familiar })),
})

const presentFinding = (finding: ConditionPaper['findings'][number]): Team['findings'][number] => ({
  id: finding.id,
  kind: term('supervisionKind', finding.kind),
  on: formatDate(finding.on),
  severity: term('severity', finding.severity),
  finding: finding.finding ?? null,
  due: presentDate(finding.due),
  overdue: finding.overdue,
})
