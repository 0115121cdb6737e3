import type { Text } from '#domain/text.ts'

interface Paragraph {
  readonly title: Text
  readonly text: Text
}

/** How results come about, in plain words. */
export const methodWords = {
  ratings: {
    title: { zh: '测评怎样校准', en: 'How ratings are calibrated' },
    text: {
      zh: '有人给分宽，有人给分严；有的单位普遍给高分，各单位的测评表也不同。系统用全部测评票一起推算：扣除评分人、单位、测评和表的差别之后，剩下属于本人的部分。票少、评分人少的，区间就宽；没有共同评分人的两群人之间不比较。',
      en: 'Some raters are kind, some stern; some units mark everybody high, and forms differ. All ballots are fitted together: what raters, units, surveys and forms account for is taken away, and the rest is the person’s. Few ballots give a wide interval; people without raters in common are not compared.',
    },
  },
  results: {
    title: { zh: '实绩怎样归到人', en: 'How results are credited to people' },
    text: {
      zh: '先看单位的指标在同类中的位置，再扣除单位条件本身带来的部分，其余按任期和分工归到班子成员。看得见的和打基础的分开算。归法是本地口径，其他归法的结果列在旁边。',
      en: 'The place of a unit’s indicators among peers, less what its conditions bring by themselves; the rest goes to the members by term and division of work. Visible results and those that lay foundations are kept apart. How they are credited is a setting; other ways stand beside it.',
    },
  },
  rules: {
    title: { zh: '规则怎样核对', en: 'How rules are checked' },
    text: {
      zh: '每条规定写成条件，逐项对照记录，得出符合、不符合、信息不足或需集体研究。缺事实从不当作“没有”。多条合看时：一条不符合即为不符合；其次看有没有缺事实；再看有没有留给人研究的。未经本地确认的规则只提示。',
      en: 'Each article is written as conditions and held against the record: met, unmet, unknown, or for people. A missing fact is never taken as “none”. Over several rules one unmet settles it, then a missing fact, then what is left to people. A rule not confirmed here only warns.',
    },
  },
  fit: {
    title: { zh: '适岗怎样推算', en: 'How fit is worked out' },
    text: {
      zh: '岗位要求几项能力素质、各到几级。一个人各项的水平，由能力评价、测评分项、实绩、群众认可、年度考核、任职经历和培训一起推算，依据越多越窄。各项满足的程度按岗位的分量相加。分不出高下的人合为一档。',
      en: 'A seat asks for elements at levels. A person’s levels are worked out from assessments, items of ratings, contributions, public recognition, evaluations, service and courses together. How far each is met is weighted as the seat asks. People who cannot be told apart share a tier.',
    },
  },
  slates: {
    title: { zh: '整盘方案怎样搜索', en: 'How a slate is searched' },
    text: {
      zh: '补一个空缺会腾出另一个。系统在规则允许的调动里找一组，使各岗位的适岗和所选目标合计最好，并给出任何方案最多还能好多少。搜出后由另一套程序按执行次序逐步复核。规则从不拿来换目标。',
      en: 'Filling a seat opens another. Among lawful moves a set is found that does most for the fit of seats and the goals chosen, with a bound on how much better any plan could be. Another program then replays the moves in order and checks each. Law is never traded for a goal.',
    },
  },
  sources: {
    title: { zh: '来源不一致时怎样采信', en: 'What is held when sources differ' },
    text: {
      zh: '各方说法都保留。先看事项归谁主管，再看档案里最早的材料，再看其余来源；规定没有答案时，看各来源历来有多准确。没有把握的留给人核对，纪律和监督的事实一律由人定。',
      en: 'All that was said is kept. The authority for the matter comes first, then the earliest paper of the file, then the rest; where the rules are silent, how often each source was right. What is not sure waits for people; facts of discipline always do.',
    },
  },
  signs: {
    title: { zh: '苗头提示怎样列出', en: 'How early signs are raised' },
    text: {
      zh: '只和本人以往、和一起被测评的人相比，达到口径才列出，并写明偶然会有多少条。先计数，人工核对后才具名。每条都有告知、回应、更正和失效。',
      en: 'The person is held against the own course and against those rated beside; only what passes the setting is raised, with what chance alone would raise. Counted first, named once checked; with notice, reply, correction and expiry.',
    },
  },
  clocks: {
    title: { zh: '两个时钟', en: 'Two clocks' },
    text: {
      zh: '事实时点是“当时实际怎样”，知悉截至是“当时知道什么”。后来更正的事实不改写当时的依据：可以回到任何一天，看那天所知的情况。',
      en: 'Facts-as-of is how things were, known-as-of what was known. A later correction does not rewrite the ground of an earlier decision: any day can be shown as it was known then.',
    },
  },
} as const satisfies Record<string, Paragraph>

/** What the system does not do, and where it is weak. */
export const limitWords = {
  decide: {
    zh: '不作决定。列出、比对、核对、提示；任免由集体研究决定。',
    en: 'It decides nothing. It lists, compares, checks and notes; people decide together.',
  },
  adverse: {
    zh: '任何不利的处理都不能只凭推算，须有事实、告知和申辩。',
    en: 'Nothing adverse follows from a computation alone: facts, notice and a hearing come first.',
  },
  political: {
    zh: '政治素质没有数。只列事例和来源，由人看。',
    en: 'Political quality has no number: deeds and sources, read by people.',
  },
  origin: {
    zh: '性别、民族、籍贯不进入任何估计；只在回避和班子结构里按规定使用。',
    en: 'Sex, ethnicity and native place enter no estimate; only avoidance and the make-up of teams use them, as the rules say.',
  },
  missing: {
    zh: '没有记载的不猜。信息不足就写信息不足。',
    en: 'What is not recorded is not guessed: unknown stays unknown.',
  },
  model: {
    zh: '区间以模型为前提。评分习惯与假定不同的地方，区间会偏窄：在假想城市中，名义 90% 的区间盖住真值的占 81% 到 94%，群众认可的占 71% 到 88%。',
    en: 'Intervals stand on the model. Where raters behave otherwise they are too narrow: in invented cities nominal 90% intervals held the truth in 81% to 94% of cases, those of public recognition in 71% to 88%.',
  },
  credit: {
    zh: '能干的人常去条件好的单位，本人的贡献有一部分会算到环境里。',
    en: 'Able people are often sent to good units; part of what they do is counted as environment.',
  },
  figures: {
    zh: '虚报的指标看不出来，只能靠核实。',
    en: 'Manipulated figures cannot be seen here; only verification helps.',
  },
  words: {
    zh: '专题和特长按用词看，换了说法的认不出。',
    en: 'Topics and strengths are told by words; other words for the same thing are not recognised.',
  },
  rings: { zh: '几个人串通打分大多看不出来。', en: 'A small ring of raters is mostly invisible.' },
  rules: {
    zh: '没有看到现行文本的规定没有写成规则；数字未核的只提示，等本地确认。',
    en: 'Instruments not seen in force are no rules here; figures not checked only warn until confirmed.',
  },
  later: {
    zh: '往后推算的日期和路径假定考核称职、其他不变，不是预测。',
    en: 'Dates and paths ahead assume competent results and nothing else changed; they are no forecasts.',
  },
} as const satisfies Record<string, Text>
