/** Vocabularies of the roster: fields of study, and names of development needs. */
export const rosterTerms = {
  /** Fields of study by discipline; engineering trades that a place fills seats by stand by themselves. */
  studyField: [
    ['finance', '财政金融审计', 'Finance and accounting'],
    ['economics', '经济学', 'Economics'],
    ['law', '法学', 'Law'],
    ['politics', '政治学与社会学', 'Politics and sociology'],
    ['administration', '公共管理', 'Public administration'],
    ['business', '工商管理', 'Business administration'],
    ['construction', '土建规划', 'Construction and planning'],
    ['information', '电子信息', 'Information technology'],
    ['engineering', '其他工学', 'Other engineering'],
    ['environment', '资源环境', 'Resources and environment'],
    ['agriculture', '农学', 'Agriculture'],
    ['medicine', '医学', 'Medicine'],
    ['education', '教育学', 'Education'],
    ['letters', '文史哲艺', 'Letters, history, arts'],
    ['science', '理学', 'Science'],
    ['military', '军事学', 'Military science'],
  ],
  developmentNeed: [
    ['grassroots', '缺基层经历', 'Grassroots work lacking'],
    ['hardship', '缺艰苦岗位历练', 'Hardship post lacking'],
    ['narrow', '经历单一', 'Narrow experience'],
    ['principal-seat', '缺正职历练', 'Principal seat lacking'],
    ['hours', '培训学时不足', 'Training hours lacking'],
    ['topic', '缺专题培训', 'Training topic lacking'],
  ],
  rotationState: [
    ['overdue', '已到期', 'Overdue'],
    ['due-within-year', '一年内到期', 'Due within a year'],
    ['later', '一年后到期', 'Due later'],
    ['none', '无到期事项', 'Nothing due'],
  ],
} as const
