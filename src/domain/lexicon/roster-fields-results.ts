import { linesOf, type RosterField } from './roster-fields-kinds.ts'

const conduct = linesOf('conduct')
const estimate = linesOf('estimate')
const growth = linesOf('growth')

export const resultFields = {
  evaluation: conduct(
    'term',
    88,
    ['上年度考核', 'Last evaluation'],
    ['最近一个考核年度的等次', 'Of the latest evaluated year'],
    {
      of: 'evaluationResult',
    },
  ),
  evaluations: conduct(
    'evaluations',
    120,
    ['近三年考核', 'Last three evaluations'],
    ['最近三个考核年度，由远到近', 'The last three evaluated years, oldest first'],
    { of: 'evaluationResult', usual: true },
  ),
  excellent: conduct(
    'count',
    88,
    ['近三年优秀', 'Excellent of three'],
    ['近三年优秀次数；三年都未记载的不计', 'Times excellent; unknown where none of the three is held'],
  ),
  honours: conduct('count', 72, ['奖励数', 'Awards'], ['记载的奖励', 'Awards on record']),
  rating: estimate(
    'interval',
    128,
    ['测评估计', 'Rating estimate'],
    [
      '民主测评扣除评价人宽严后的估计和 90% 区间',
      'Democratic ratings without the severity of raters, with a 90 % interval',
    ],
  ),
  achievement: estimate(
    'interval',
    128,
    ['实绩估计', 'Achievement estimate'],
    ['扣除环境后的实绩估计和 90% 区间', 'What was achieved beyond the environment, with a 90 % interval'],
  ),
  recognition: estimate(
    'interval',
    128,
    ['群众认可估计', 'Recognition estimate'],
    ['群众评价的估计和 90% 区间', 'What the public says, with a 90 % interval'],
  ),
  rotation: growth(
    'due',
    112,
    ['轮岗到期', 'Rotation due'],
    ['最近一项交流轮岗或者任期事项', 'The next rotation or term duty'],
    {
      of: 'rotationState',
    },
  ),
  needs: growth(
    'terms',
    144,
    ['培养需求', 'Development needs'],
    ['分析列出的培养需求', 'Needs that the analysis lists'],
    {
      of: 'developmentNeed',
      sort: false,
    },
  ),
  trainingHours: growth(
    'count',
    88,
    ['本年学时', 'Hours this year'],
    ['本年度已经完成的培训学时', 'Training hours of the year so far'],
    {},
  ),
  reserve: growth('flag', 88, ['优秀年轻干部', 'Reserve'], ['列入优秀年轻干部名单', 'On the list of the reserve']),
  track: growth('term', 80, ['培养类型', 'Track'], ['复合型或者专业型', 'Generalist or specialist'], { of: 'track' }),
  missingFacts: growth(
    'count',
    88,
    ['缺项数', 'Facts missing'],
    ['应当记载而没有记载的项目', 'Facts that a record should hold and does not'],
  ),
  serving: growth('flag', 72, ['在职', 'Serving'], ['没有离开', 'Has not left']),
  verdict: growth(
    'term',
    96,
    ['岗位资格', 'For the vacancy'],
    ['对筛选中空缺岗位的资格核对', 'For the vacancy in the filter'],
    {
      of: 'verdict',
      filter: false,
      sort: false,
    },
  ),
} as const satisfies Record<string, RosterField>
