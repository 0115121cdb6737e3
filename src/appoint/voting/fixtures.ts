/** Ballots for the tests of this folder. */
import type { DecisionBallot, EvaluationBallot, RecommendationBallot, VoterClass } from '#domain/ballot.ts'
import type { VotingSettings } from './settings.ts'

export const settings: VotingSettings = {
  leastShown: 5,
  codeLength: 12,
  draftHours: 12,
  scrutineersLeast: 2,
  tellersLeast: 2,
  wrongCodesMost: 60,
  wrongCodesMinutes: 5,
}

const classes: readonly VoterClass[] = [
  { id: 'A', label: '班子成员', due: 8 },
  { id: 'B', label: '中层干部', due: 20 },
  { id: 'C', label: '职工代表', due: 3 },
]

export const decision: DecisionBallot = {
  kind: 'decision',
  title: '讨论决定干部任免',
  heldOn: 20261123,
  caseId: 'case-1',
  classes: [{ id: 'members', label: '常委', due: 11 }],
  matters: [
    { name: '王明', post: '财政局副局长', proposal: '拟任财政局局长', cadreId: 'C1' },
    { name: '李华', proposal: '拟免审计局局长', caseId: 'case-2' },
  ],
  third: 'abstain',
}

export const recommendation: RecommendationBallot = {
  kind: 'recommendation',
  title: '会议推荐',
  heldOn: 20261123,
  caseId: 'case-1',
  classes,
  posts: [
    {
      title: '财政局局长',
      positionId: 'P1',
      most: 2,
      reference: [{ name: '王明' }, { name: '李华' }, { name: '陈一' }],
      freeNames: true,
    },
  ],
}

export const evaluation: EvaluationBallot = {
  kind: 'evaluation',
  title: '年度民主测评',
  heldOn: 20261123,
  classes,
  people: [{ name: '王明', cadreId: 'C1' }, { name: '外单位某人' }],
  items: ['overall', 'probity'],
  grades: ['优秀', '称职', '基本称职', '不称职'],
  channel: 'annual-rating',
}
