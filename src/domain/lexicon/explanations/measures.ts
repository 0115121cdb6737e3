/** The quantities measured of people and teams. */
import type { Explanation } from './explanation.ts'

export const measures = {
  rating: {
    term: { zh: '民主测评', en: 'Democratic rating' },
    pinyin: 'min zhu ce ping',
    topic: 'identify',
    what: {
      zh: '校准后的测评值：一名普通评分人在普通的年度测评中会给出的满分比例。',
      en: 'The calibrated rating: the share of the full mark that an average rater would give on an ordinary yearly ballot.',
    },
    from: {
      zh: '由同事和上级的各次测评票推算，扣除评分人宽严、单位打分习惯、各次测评和测评表的差别。',
      en: 'From all ballots of colleagues and superiors, less the severity of raters, the custom of units, and differences between surveys and forms.',
    },
    sure: {
      zh: '90% 区间说的是本人与可比组平均的距离。不足 5 票或无人可比的不作估计。',
      en: 'The 90% interval is of the distance from the mean of the group. Fewer than five ballots, or nobody to compare with: no value.',
    },
    not: { zh: '不是原始平均分，也不是推荐票。', en: 'Neither a raw mean nor a vote of recommendation.' },
  },
  'rating-item': {
    term: { zh: '测评分项', en: 'Items of a rating' },
    pinyin: 'ce ping fen xiang',
    topic: 'identify',
    what: {
      zh: '德、能、勤、绩、廉各项分别校准的测评值。',
      en: 'Integrity, ability, diligence, results and probity, each calibrated by itself.',
    },
    from: {
      zh: '由同一批测评票的各分项推算，方法与总评相同。',
      en: 'From the items of the same ballots, in the same way as the overall rating.',
    },
    sure: {
      zh: '填了分项的票较少，区间通常比总评宽。',
      en: 'Fewer ballots fill the items in, so the intervals are usually wider.',
    },
    not: {
      zh: '“德”只是测评票上的一项，政治素质看事例，不给数。',
      en: '“Integrity” is an item of the ballot; political quality is read as facts and has no number.',
    },
    rules: ['APPT-27-CONTENT'],
  },
  contribution: {
    term: { zh: '实绩', en: 'Contribution' },
    pinyin: 'shi ji',
    topic: 'identify',
    what: {
      zh: '本人对所在单位结果的贡献，以同类单位结果的标准差计，与可比组平均相比。',
      en: 'What the person added to the results of the units served in, in standard deviations among peers, against the mean of the group.',
    },
    from: {
      zh: '由各单位历年指标推算，扣除环境条件，再按分工归到人；显绩和潜绩合计。',
      en: 'From the yearly indicators of units, less the environment, credited by the division of work; visible and latent results together.',
    },
    sure: {
      zh: '归属办法是本地口径；其他办法的结果在旁列出，区间已相应加宽。',
      en: 'How results are credited is a setting of the place; other ways stand beside it and widen the interval.',
    },
    not: { zh: '不是单位排名。', en: 'Not the rank of the unit.' },
    rules: ['LOCAL-ACHIEVEMENT'],
  },
  'contribution.visible': {
    term: { zh: '显绩', en: 'Visible contribution' },
    pinyin: 'xian ji',
    topic: 'identify',
    what: {
      zh: '任期内就看得出的结果里属于本人的部分。',
      en: 'The person’s part of results that show during the term.',
    },
    from: { zh: '由标明为显性的指标推算。', en: 'From the indicators marked as visible.' },
    sure: {
      zh: '任职年份少的，区间宽；任职不足年限的不作估计。',
      en: 'Wide where few years were served; below the least years there is no estimate.',
    },
    rules: ['LOCAL-ACHIEVEMENT'],
  },
  'contribution.latent': {
    term: { zh: '潜绩', en: 'Latent contribution' },
    pinyin: 'qian ji',
    topic: 'identify',
    what: {
      zh: '打基础、利长远的结果里属于本人的部分，常在离任后才显出来。',
      en: 'The person’s part of results that lay foundations and often show after leaving.',
    },
    from: {
      zh: '由标明为潜在的指标推算，结果往前归到打基础的年份。',
      en: 'From the indicators marked as latent, credited back to the years in which the ground was laid.',
    },
    sure: {
      zh: '往前几年是本地口径，不是测得的；区间比显绩宽。',
      en: 'How many years back is a setting, not a measurement; wider than the visible part.',
    },
    rules: ['LOCAL-ACHIEVEMENT'],
  },
  environment: {
    term: { zh: '环境条件', en: 'Environment' },
    pinyin: 'huan jing tiao jian',
    topic: 'identify',
    what: {
      zh: '单位的条件本身带来的结果，不归任何个人。',
      en: 'What the conditions of a unit bring by themselves; credited to nobody.',
    },
    from: {
      zh: '同一单位在不同人任职时的共同部分。',
      en: 'What a unit’s results have in common under different people.',
    },
    sure: {
      zh: '能干的人常去条件好的单位，两者分不全，一部分本人的贡献会算在环境里。',
      en: 'Able people are often sent to good units; part of what they do is then counted here.',
    },
    rules: ['LOCAL-ACHIEVEMENT'],
  },
  recognition: {
    term: { zh: '群众认可', en: 'Public recognition' },
    pinyin: 'qun zhong ren ke',
    topic: 'identify',
    what: {
      zh: '年度测评、所在地口碑、社区邻里、服务对象四个渠道合看的认可程度。',
      en: 'How four channels see the person: yearly rating, local repute, neighbours, people served.',
    },
    from: {
      zh: '各渠道先化为同一平均和离散，再按权重合看，不是百分比的加权平均。',
      en: 'Each channel is first brought to one mean and one spread, then joined by weights; not a weighted mean of percentages.',
    },
    sure: {
      zh: '公众渠道的区间可能偏窄，量过的覆盖率见“局限”。',
      en: 'Intervals of public channels may be too narrow; see Limits for what was measured.',
    },
    rules: ['LOCAL-RECOGNITION-WEIGHTS'],
  },
  evaluation: {
    term: { zh: '年度考核', en: 'Yearly evaluations' },
    pinyin: 'nian du kao he',
    topic: 'identify',
    what: {
      zh: '历年考核等次：优秀、称职、基本称职、不称职、不确定等次。',
      en: 'The grades of past years: excellent, competent, basically competent, not competent, no grade.',
    },
    from: { zh: '记录中的考核结果，不推算。', en: 'The results on record; nothing is worked out.' },
    sure: {
      zh: '没有记载的年份画斜纹，不当作称职。',
      en: 'A year without a result is hatched, not taken as competent.',
    },
    rules: ['EVAL-GRADES-PERSON', 'APPT-24-3'],
  },
  condition: {
    term: { zh: '班子运行质态', en: 'Team condition' },
    pinyin: 'ban zi yun xing zhi tai',
    topic: 'identify',
    what: {
      zh: '一个班子的运行情况，同类同层级的班子之间相比，以通常为准。',
      en: 'How a team runs, against what is usual among teams of its kind and level.',
    },
    from: {
      zh: '实绩、测评、意见一致、议事规则、未办结问题、职数配备、领域覆盖七部分的共同之处。',
      en: 'What seven parts have in common: results, ratings, agreement, procedure, open findings, seats filled, fields covered.',
    },
    sure: {
      zh: '没有记载的部分按通常计，区间加宽；权重没有与实际结果对证过。',
      en: 'A part without records counts as usual and widens the interval; the weights were not validated against outcomes.',
    },
    not: { zh: '不评价班子里的个人。', en: 'It says nothing of single members.' },
    rules: ['LOCAL-TEAM-CONDITION'],
  },
} as const satisfies Record<string, Explanation>
