import { linesOf, type RosterField } from './roster-fields-kinds.ts'

const post = linesOf('post')

export const postFields = {
  unit: post('unit', 184, ['单位', 'Unit'], ['现任职务所在单位', 'The unit of the present post'], { usual: true }),
  unitKind: post(
    'term',
    96,
    ['单位类别', 'Kind of unit'],
    ['现单位是部门、乡镇、街道还是其他', 'Department, township …'],
    {
      of: 'unitKind',
    },
  ),
  unitLevel: post('term', 80, ['单位层级', 'Level of unit'], ['现单位的层级', 'The level of the unit'], {
    of: 'unitLevel',
  }),
  sector: post(
    'term',
    88,
    ['归口领域', 'Field of work'],
    ['现岗位的领域，岗位未注明的取单位的', 'Of the seat, else of the unit'],
    {
      of: 'sector',
    },
  ),
  title: post('text', 144, ['职务', 'Post'], ['现任职务', 'The present post'], { usual: true }),
  postLevel: post(
    'term',
    112,
    ['职务层次', 'Post level'],
    ['现任领导职务的层次', 'The level of the leading post held'],
    {
      of: 'postLevel',
      usual: true,
    },
  ),
  role: post('term', 72, ['正副职', 'Role'], ['现职是正职、副职还是成员', 'Principal, deputy or member'], {
    of: 'role',
  }),
  teamMember: post(
    'flag',
    80,
    ['班子成员', 'In a team'],
    ['现岗位属于领导班子', 'The seat belongs to a leadership team'],
  ),
  postSince: post('date', 96, ['任现职时间', 'In post since'], ['现职务起始年月', 'Begin of the present post']),
  yearsInPost: post('years', 88, ['任现职年限', 'Years in post'], ['自任现职时间起算', 'Since the begin of the post'], {
    usual: true,
  }),
  levelSince: post(
    'date',
    112,
    ['任现层次时间', 'At level since'],
    ['连续任现层次或者更高职务之始', 'Unbroken, at this level or above'],
  ),
  yearsAtLevel: post('years', 96, ['任现层次年限', 'Years at level'], ['自任现层次时间起算', 'Since that day'], {
    usual: true,
  }),
  grade: post('term', 112, ['职级', 'Grade'], ['现任职级', 'The grade held'], { of: 'grade' }),
  gradeSince: post('date', 96, ['任现职级时间', 'At grade since'], ['现职级起始年月', 'Begin of the grade']),
  yearsAtGrade: post('years', 96, ['任现职级年限', 'Years at grade'], ['自任现职级时间起算', 'Since that day']),
  concurrentPosts: post(
    'count',
    72,
    ['兼职数', 'Other posts'],
    ['现职以外仍在任的兼任职务', 'Held beside the present post'],
  ),
  secondedNow: post(
    'flag',
    80,
    ['正在挂职', 'Seconded now'],
    ['有一段挂职尚未结束', 'A temporary posting is under way'],
  ),
  secondedEver: post(
    'flag',
    80,
    ['曾经挂职', 'Ever seconded'],
    ['有过挂职，含正在挂职', 'A temporary posting, now or before'],
  ),
} as const satisfies Record<string, RosterField>
