/** Vocabularies of development: the routes on which cadres grow (成长路径), four of generalists and three of specialists. */
import type { Entry } from './enumerations.ts'

export const developmentTerms = {
  growthRoute: [
    ['growth-front', '发展重点领域', 'Growth fronts'],
    ['breadth', '多区域多层级多部门', 'Several places, levels and departments'],
    ['hardship', '艰苦复杂环境', 'Hard surroundings'],
    ['grassroots', '基层一线', 'Grassroots front line'],
    ['trade', '专业领域行业', 'The trade'],
    ['adjacent', '专业相近岗位', 'Adjacent seats'],
    ['secondment', '上级专业部门挂职', 'Secondment upward'],
  ],
  /** 专业型干部的培养重点 */
  professionalQuality: [
    ['knowledge', '专业知识', 'Professional knowledge'],
    ['ability', '专业能力', 'Professional ability'],
    ['style', '专业作风', 'Professional style of work'],
    ['spirit', '专业精神', 'Professional spirit'],
  ],
  trackVerdict: [
    ['agrees', '与记载一致', 'Agrees with the record'],
    ['differs', '与记载不同', 'Differs from the record'],
    ['new', '没有记载', 'Nothing on record'],
    ['untold', '看不出方向', 'Not told by the career'],
  ],
} as const satisfies Record<string, readonly Entry[]>
