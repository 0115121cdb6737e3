/** Terms of 精准识别. */
import type { Explanation } from './explanation.ts'

export const identify = {
  claim: {
    term: { zh: '各方所记', en: 'Claims' },
    pinyin: 'ge fang suo ji',
    topic: 'identify',
    what: {
      zh: '不同来源对同一事实的说法，全部保留，并列显示。',
      en: 'What different sources say of one fact; all are kept, side by side.',
    },
    from: {
      zh: '档案、履历、审批表、本人填报、谈话和主管部门的记载。',
      en: 'File, record, form, own declaration, talks, and the authority concerned.',
    },
    not: { zh: '抄自同一出处的只算一次。', en: 'Copies of one origin count once.' },
    rules: ['LOCAL-EVIDENCE'],
  },
  held: {
    term: { zh: '采信', en: 'Value held' },
    pinyin: 'cai xin',
    topic: 'identify',
    what: { zh: '各方不一时，目前按哪个值计。', en: 'Where sources differ: the value that is reckoned with for now.' },
    from: {
      zh: '先看该事项归谁主管，再看档案中最早的材料，再看其余；规定没有答案的，看各来源历来是否准确。',
      en: 'First the authority for the matter, then the earliest paper of the file, then the others; where the rules are silent, how often each source was right.',
    },
    sure: {
      zh: '没有把握的留空，等人核对。纪律和监督的事实一律由人定。',
      en: 'Left open where not sure. Facts of discipline and supervision are always settled by people.',
    },
    rules: ['LOCAL-EVIDENCE', 'ARCH-DOB-EARLIEST'],
  },
  reliability: {
    term: { zh: '来源准确程度', en: 'Reliability of a source' },
    pinyin: 'lai yuan zhun que cheng du',
    topic: 'identify',
    what: {
      zh: '某一来源说到某类事实时，有多大可能是对的。',
      en: 'How probably a source is right about a kind of fact.',
    },
    from: {
      zh: '由全市各来源说过的同一事实互相对照推算，从本地设定的起点开始。',
      en: 'From all facts that several sources stated, held against one another, starting from a setting of the place.',
    },
    sure: {
      zh: '90% 区间；可对照的事实少时接近起点。',
      en: '90% interval; near the start where few facts can be compared.',
    },
    rules: ['LOCAL-EVIDENCE'],
  },
  'record-check': {
    term: { zh: '履历核对', en: 'Record checks' },
    pinyin: 'lv li he dui',
    topic: 'identify',
    what: {
      zh: '日期、学历、经历、身份证号前后对不上的地方。',
      en: 'Places where dates, education, career or citizen number do not fit together.',
    },
    from: {
      zh: '由本人记录逐项对照，余量见规则。只列确实对不上的；日子不详的不算错。',
      en: 'The record held against itself, with the margins of the rule. Only what is surely wrong is listed; an unknown day is no fault.',
    },
    not: { zh: '不推断谁改了、为什么改。', en: 'It does not say who changed what, or why.' },
    rules: ['LOCAL-RECORD-CHECKS', 'ARCH-TIMELINE'],
  },
  'little-known': {
    term: { zh: '了解不足', en: 'Little known' },
    pinyin: 'liao jie bu zu',
    topic: 'identify',
    what: {
      zh: '近年说过此人的独立来源太少，或只有一方说过。',
      en: 'Too few independent sources, or one side only, have spoken of the person of late.',
    },
    from: {
      zh: '数来源，不看说了什么；互相抄录的只算一个。',
      en: 'Sources are counted, whatever they said; copies count once.',
    },
    not: { zh: '说的是我们了解得不够，不是此人不好。', en: 'It speaks of what the office knows, not of the person.' },
    rules: ['LOCAL-EVIDENCE'],
  },
  duplicate: {
    term: { zh: '疑似重复', en: 'Suspected duplicates' },
    pinyin: 'yi si chong fu',
    topic: 'identify',
    what: { zh: '两条记录可能是同一个人。', en: 'Two records that may be one person.' },
    from: {
      zh: '由姓名、出生、性别、参加工作时间等逐项对照的把握。',
      en: 'From name, birth, sex, start of work and the like, compared item by item.',
    },
    sure: {
      zh: '写明把握和其中预计误认的比例，由人确认合并。',
      en: 'With how sure it is and what share is expected to be false; people confirm.',
    },
  },
  'early-sign': {
    term: { zh: '苗头提示', en: 'Early sign' },
    pinyin: 'miao tou ti shi',
    topic: 'identify',
    what: {
      zh: '与本人以往或同类通常相比有变化，值得找人谈一谈、看一看。先计数，核对后才具名。',
      en: 'Something changed against the own course or what is usual, and deserves a look. Counted first; named once checked.',
    },
    from: {
      zh: '由测评和实绩走势、监督记载、考核、日常了解等记录按口径列出。',
      en: 'From the course of ratings and results, supervision records, evaluations and daily contact, by the settings of the place.',
    },
    sure: {
      zh: '测评、实绩下滑按统计检验，列表写明偶然会有多少；其余照记录列出，不经推算。',
      en: 'Falls of ratings and results are tested, and the list says how many chance alone would raise; the rest is as recorded.',
    },
    not: {
      zh: '不是结论，不作任何不利处理的依据；有告知、回应、更正和失效。',
      en: 'Not a conclusion and no ground of anything adverse; with notice, reply, correction and expiry.',
    },
    rules: ['LOCAL-EARLY-SIGNS', 'LOCAL-CARE'],
  },
  'sign-chance': {
    term: { zh: '偶然会有多少', en: 'What chance alone would raise' },
    pinyin: 'ou ran hui you duo shao',
    topic: 'identify',
    what: {
      zh: '即使谁都没有变化，这一类提示也会出现的条数。',
      en: 'How many signs of the kind would be raised if nobody had changed.',
    },
    from: {
      zh: '由口径里每千人年容许的次数和比较过的人年数算出；只有测评、实绩的下滑有这个数。',
      en: 'From the false alarms that the setting allows in a thousand person-years and the years compared; for falls of ratings and results only.',
    },
    rules: ['LOCAL-EARLY-SIGNS'],
  },
  'judgement-sheet': {
    term: { zh: '综合分析研判表', en: 'Sheet of judgement' },
    pinyin: 'zong he fen xi yan pan biao',
    topic: 'identify',
    what: {
      zh: '发展方向、成长空间、培养目标、优势不足、适合岗位、锻炼路径六项，系统列依据，人写意见并署名。',
      en: 'Direction, room to grow, goal, strengths and gaps, suitable seats, path: the system lists grounds, people write and sign.',
    },
    from: {
      zh: '由核对结论、估计和履历按明白的条件列出，每句都有依据。',
      en: 'From findings, estimates and the career, by plain conditions; each line names its grounds.',
    },
    sure: { zh: '每句写明有把握、倾向或分不清。', en: 'Each line says: sure, leaning, or cannot tell.' },
    not: { zh: '没有总分；署名的意见不进入任何计算。', en: 'No total; signed judgements enter no computation.' },
    rules: ['LOCAL-SYNTHESIS'],
  },
  strengths: {
    term: { zh: '特长', en: 'Strengths' },
    pinyin: 'te chang',
    topic: 'identify',
    what: {
      zh: '记录中有几处依据，说明擅长哪一类工作。',
      en: 'What kind of work several pieces of the record speak for.',
    },
    from: {
      zh: '能力评价、各方记载里的用词、所学专业、实绩指标和任职经历，各算一处依据。',
      en: 'Assessed elements, words of statements, majors, indicators and posts held; each is one support.',
    },
    not: { zh: '不是评价高低，只说往哪一类岗位看。', en: 'No level of merit: only which seats to look at.' },
    rules: ['LOCAL-STRENGTH-EVIDENCE'],
  },
  generalisability: {
    term: { zh: '可概化系数', en: 'Generalisability' },
    pinyin: 'ke gai hua xi shu',
    topic: 'identify',
    what: {
      zh: '换一批评分人再测一次，人与人的差别能重现多少，0 到 1。',
      en: 'How far differences between people would come back with other raters, 0 to 1.',
    },
    from: {
      zh: '由一票的差别中属于本人、评分人、单位和偶然的各占多少算出。',
      en: 'From what part of the differences between ballots belongs to the person, the rater, the unit, and chance.',
    },
    not: { zh: '说的是测评，不是被测评的人。', en: 'It speaks of the survey, not of those rated.' },
  },
  severity: {
    term: { zh: '评分人宽严', en: 'Severity of raters' },
    pinyin: 'ping fen ren kuan yan',
    topic: 'identify',
    what: {
      zh: '有的评分人普遍给得高，有的普遍给得低；校准时扣除。',
      en: 'Some raters are kind to all, some stern to all; the calibration takes it away.',
    },
    from: {
      zh: '由同一评分人给不同人的分与众人给这些人的分对照推算。',
      en: 'From one rater’s marks for many people against what others gave them.',
    },
    not: {
      zh: '列出的填票情况只供核对，不据此减少任何人的票权。',
      en: 'What is listed is for a look; nobody’s ballot is weighted down.',
    },
  },
  'linking-share': {
    term: { zh: '跨单位票占比', en: 'Share of cross-unit ballots' },
    pinyin: 'kua dan wei piao zhan bi',
    topic: 'identify',
    what: {
      zh: '评分人与被评人不在同一单位的票占多少；太少，单位之间就比不了。',
      en: 'The share of ballots whose rater is of another unit; too few, and units cannot be compared.',
    },
    from: { zh: '由测评票上评分人的单位算出。', en: 'From the units of raters on the ballots.' },
  },
  'team-part': {
    term: { zh: '质态的各部分', en: 'Parts of the condition' },
    pinyin: 'zhi tai de ge bu fen',
    topic: 'identify',
    what: {
      zh: '班子运行质态所依据的七个部分，各与同类班子相比。',
      en: 'The seven parts that the condition rests on, each against comparable teams.',
    },
    from: {
      zh: '每部分只看自己的记录；“与总体相关”说它与共同之处有多近。',
      en: 'Each part rests on its own records; the correlation says how near it is to what they share.',
    },
    rules: ['LOCAL-TEAM-CONDITION'],
  },
  copied: {
    term: { zh: '转述', en: 'Repeats' },
    pinyin: 'zhuan shu',
    topic: 'identify',
    what: {
      zh: '与另一份材料文字相同或几乎相同，不另算一个来源。',
      en: 'The same words as another statement, or nearly: not a source of its own.',
    },
    from: { zh: '由文字逐段对照；格式套语不算。', en: 'By comparing the words; set phrases do not count.' },
  },
} as const satisfies Record<string, Explanation>
