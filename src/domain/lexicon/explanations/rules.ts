/** Terms of the rule book and of the records. */
import type { Explanation } from './explanation.ts'

export const rules = {
  rule: {
    term: { zh: '规则', en: 'Rule' },
    pinyin: 'gui ze',
    topic: 'rules',
    what: {
      zh: '一条规定写成可以逐项核对的条件，注明文件、条款和施行日期。',
      en: 'An article written as conditions that can be checked, with instrument, article and dates.',
    },
    from: {
      zh: '由公开的规定或本地口径写成，每条有案例检验。',
      en: 'From published instruments or settings of the place; each is held by cases.',
    },
  },
  verified: {
    term: { zh: '已核文本', en: 'Verified' },
    pinyin: 'yi he wen ben',
    topic: 'rules',
    what: { zh: '规则里的数字对照现行文本核过。', en: 'The figures of the rule were checked against a text in force.' },
    from: {
      zh: '规则文件中标明；没有标的只提示，等本地确认。',
      en: 'Said in the rule; others only warn until confirmed here.',
    },
  },
  parameter: {
    term: { zh: '可定数值', en: 'Parameter' },
    pinyin: 'ke ding shu zhi',
    topic: 'rules',
    what: {
      zh: '规则里由本地选定的年限、月数、比例等。',
      en: 'Years, months or shares of a rule that a place may choose.',
    },
    from: {
      zh: '缺省值写在规则里；改动由部领导采纳，有日期、有理由，可看影响。',
      en: 'Defaults stand in the rule; the head adopts a change with day and reason, after seeing what it does.',
    },
    not: { zh: '国家规定的数只能改得更严。', en: 'A national figure can only be made stricter.' },
  },
  'what-if': {
    term: { zh: '政策推演', en: 'What if' },
    pinyin: 'zheng ce tui yan',
    topic: 'rules',
    what: {
      zh: '假如某个数值改了，名单会有什么变化。不改变任何记录。',
      en: 'What would change if a figure were different. Nothing is recorded.',
    },
    from: {
      zh: '用改过的规则把所有人和空缺重新核对一遍。',
      en: 'Everybody and every vacancy are asked again under the changed rule.',
    },
  },
  'rule-impact': {
    term: { zh: '规则的影响', en: 'Impact of a rule' },
    pinyin: 'gui ze de ying xiang',
    topic: 'rules',
    what: {
      zh: '这条规则在现有空缺上排除了多少人次，其中单独由它排除的有多少。',
      en: 'How many pairs of person and vacancy a rule excludes, and how many it alone excludes.',
    },
    from: { zh: '由最近的核对统计。', en: 'Counted over the present vacancies.' },
  },
  recusal: {
    term: { zh: '任职回避', en: 'Avoidance' },
    pinyin: 'ren zhi hui bi',
    topic: 'rules',
    what: {
      zh: '亲属之间、籍贯地和公务上的回避。',
      en: 'Kin, native place and duties that keep somebody from a post or a decision.',
    },
    from: {
      zh: '由家庭成员、岗位隶属和出生成长地的记录核对；只有文字记载的列为问题。',
      en: 'From family, lines of command and places on record; kin known only by words is a question for people.',
    },
    rules: ['AVOID-03-KIN', 'AVOID-05-PLACE-COUNTY', 'CSL-74-KIN', 'CSL-76-DUTY'],
  },
  package: {
    term: { zh: '资料包', en: 'Data package' },
    pinyin: 'zi liao bao',
    topic: 'records',
    what: {
      zh: '一组表格文件，带着时点、来源和版式说明，一次导入。',
      en: 'A set of tables with their day, source and format, imported at once.',
    },
    from: {
      zh: '由来源单位提供；逐格核对，错的写明行、列、怎样改，未确认不写入。',
      en: 'From a source; each cell is checked, a fault is told by row, column and mend, and nothing is written before confirmation.',
    },
  },
  'approval-form': {
    term: { zh: '任免审批表', en: 'Appointment form' },
    pinyin: 'ren mian shen pi biao',
    topic: 'records',
    what: { zh: '干部任免审批表，按规定的式样打印。', en: 'The appointment form, printed as prescribed.' },
    from: {
      zh: '由采信的记录填写；没有记载的空着。',
      en: 'Filled from the values held; what is not on record stays empty.',
    },
    rules: ['LOCAL-FORMS'],
  },
  provenance: {
    term: { zh: '来源', en: 'Source' },
    pinyin: 'lai yuan',
    topic: 'records',
    what: {
      zh: '一条记录从哪个文件或哪件事项来，何时录入，谁录入。',
      en: 'From which file or matter a row came, when and by whom it was entered.',
    },
    from: { zh: '每次写入都留审计记录。', en: 'Every write leaves an entry in the audit log.' },
  },
  'tally-gaps': {
    term: { zh: '列不出的', en: 'What cannot be listed' },
    pinyin: 'lie bu chu de',
    topic: 'records',
    what: {
      zh: '因为缺某一类数据而得不出的结果。',
      en: 'Results that cannot be given because a kind of data is missing.',
    },
    from: { zh: '由分析时各步缺少的表和列汇总。', en: 'Collected from what each step of the analysis lacked.' },
  },
  'serving-count': {
    term: { zh: '在职干部', en: 'In service' },
    pinyin: 'zai zhi gan bu',
    topic: 'records',
    what: {
      zh: '事实时点上没有离开干部队伍的人数。',
      en: 'People who have not left the service on the day of the facts.',
    },
    from: {
      zh: '由任职和退出记录数出；退出、退休、去世的不计，暂无职务的仍计。',
      en: 'Counted from tenures and exits; whoever left is not in it, whoever holds no post for now is.',
    },
  },
  audit: {
    term: { zh: '查阅记录', en: 'Audit log' },
    pinyin: 'cha yue ji lu',
    topic: 'records',
    what: { zh: '谁在何时看了谁的材料、改了什么。', en: 'Who looked at whose record, and who changed what, when.' },
    from: {
      zh: '打开个人页面和每次写入时自动记下，只增不改。',
      en: 'Kept whenever a person’s page is opened or something is written; it only grows.',
    },
    rules: ['PIPL-51', 'CSLAW-21-LOG'],
  },
} as const satisfies Record<string, Explanation>
