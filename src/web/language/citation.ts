import type { Language, Text } from '#domain/text.ts'

interface Citation {
  readonly instrument: string
  readonly article: string
}

type ShortName = readonly [name: string, short: string, head: string, en: string, enHead: string]

/** Instruments cited often: the name as the law gives it, as sentences shorten it, as table heads do, and in English. */
const shortNames: readonly ShortName[] = [
  ['党政领导干部选拔任用工作条例', '任用条例', '任用', 'Appointment Regulations', 'Appt'],
  ['党政领导干部交流工作规定', '交流规定', '交流', 'Transfer Rules', 'Transfer'],
  ['党政领导干部职务任期暂行规定', '任期规定', '任期', 'Term Rules', 'Term'],
  ['党政领导干部任职回避暂行规定', '任职回避规定', '回避', 'Recusal Rules', 'Recusal'],
  ['公务员回避规定', '公务员回避规定', '公务员回避', 'Civil Servant Recusal Rules', 'CS recusal'],
  ['公务员法', '公务员法', '公务员法', 'Civil Servants Law', 'CS Law'],
  ['公职人员政务处分法', '政务处分法', '政务处分', 'Administrative Sanctions Law', 'Sanctions'],
  ['中国共产党纪律处分条例', '党纪处分条例', '党纪', 'Party Discipline Regulations', 'Discipline'],
  ['中国共产党组织处理规定（试行）', '组织处理规定', '组织处理', 'Organisational Measures Rules', 'Measures'],
  [
    '关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则',
    '提醒函询诫勉细则',
    '诫勉',
    'Admonition Rules',
    'Admonition',
  ],
  ['公务员职务与职级并行规定', '职务职级并行规定', '并行', 'Parallel Grades Rules', 'Grades'],
  ['干部教育培训工作条例', '教育培训条例', '培训', 'Training Regulations', 'Training'],
  ['推进领导干部能上能下规定', '能上能下规定', '能上能下', 'Up-or-Down Rules', 'Up or down'],
  ['干部人事档案工作条例', '人事档案条例', '档案', 'Dossier Regulations', 'Dossiers'],
  ['党政领导干部考核工作条例', '考核条例', '考核', 'Assessment Regulations', 'Assessment'],
  ['公务员考核规定', '公务员考核规定', '公务员考核', 'CS Assessment Rules', 'CS assessment'],
  ['领导干部报告个人有关事项规定', '个人事项报告规定', '个人事项', 'Personal Matters Rules', 'Personal'],
  ['领导干部个人有关事项报告查核结果处理办法', '个人事项查核办法', '查核', 'Personal Matters Checks', 'Checks'],
  ['江苏省党政领导干部“三责联审”办法（试行）', '三责联审办法', '联审', 'Joint Review Measures', 'Joint review'],
  ['干部选拔任用工作监督检查和责任追究办法', '选任监督办法', '选任监督', 'Selection Supervision Measures', 'Oversight'],
  ['关于“三个区分开来”的要求', '三个区分开来', '三个区分', 'Three Distinctions', 'Distinctions'],
  ['关于实施渐进式延迟法定退休年龄的决定', '延迟退休决定', '退休', 'Retirement Decision', 'Retirement'],
  ['个人信息保护法', '个人信息保护法', '个信法', 'Personal Information Law', 'PIPL'],
  ['网络数据安全管理条例', '网络数据安全条例', '数据安全', 'Network Data Regulations', 'Data security'],
  ['网络安全法', '网络安全法', '网安法', 'Cybersecurity Law', 'Cybersecurity'],
  ['信息安全技术 网络安全等级保护基本要求（GB/T 22239-2019）', '等级保护基本要求', '等保', 'MLPS Baseline', 'MLPS'],
  ['保守国家秘密法', '保密法', '保密法', 'State Secrets Law', 'Secrets'],
]

const shortNameOf = (instrument: string): ShortName =>
  shortNames.find(([name]) => name === instrument.replace('中华人民共和国', '')) ?? [
    instrument,
    instrument,
    instrument.replace(/^党政领导干部|暂行规定$|规定$|工作条例$|条例$/g, ''),
    `《${instrument}》`,
    `《${instrument}》`,
  ]

const digits = '〇一二三四五六七八九'

/** A whole number under 200 in Chinese figures, as articles are counted. */
export function chineseNumber(value: number): string {
  if (value >= 100) {
    const rest = value - 100
    return `一百${rest === 0 ? '' : rest < 10 ? `零${chineseNumber(rest)}` : rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest)}`
  }
  if (value < 10) return digits[value] ?? String(value)
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : digits[value % 10]}`
}

/** `25-26`: articles that are read together. */
const rangePattern = /^(\d+)-(\d+)$/

const articlePattern = /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/

/** `8(3)` → 第八条第三项; `10.2(1)` → 第十条第二款第一项; what is written otherwise stays as it is. */
export function articleInWords(article: string): string {
  const range = rangePattern.exec(article)
  if (range) return `第${chineseNumber(Number(range[1]))}条至第${chineseNumber(Number(range[2]))}条`
  const match = articlePattern.exec(article)
  if (!match) return article
  const [, whole, paragraph, item] = match
  const part = (number: string | undefined, unit: string) =>
    number === undefined ? '' : `第${chineseNumber(Number(number))}${unit}`
  return part(whole, '条') + part(paragraph, '款') + part(item, '项')
}

/** What the office has set itself where the instruments leave it room; it is no instrument and gets no 《》. */
const localSetting = { zh: '本地设定', en: 'Local setting' }

/** An article that is a phrase of the instrument has no English form: the title beside it says what it is. */
const articleInEnglish = (article: string): string => (/\p{Script=Han}/u.test(article) ? '' : ` ${article}`)

/** In a sentence: 《任用条例》第八条第三项 / Appointment Regulations 8(3). */
export function citationText(citation: Citation, language: Language): string {
  if (citation.instrument === localSetting.zh) return localSetting[language]
  const [, short, , en] = shortNameOf(citation.instrument)
  return language === 'zh'
    ? `《${short}》${articleInWords(citation.article)}`
    : `${en}${articleInEnglish(citation.article)}`
}

/** In a table head: 任用 8(三) / Appt 8(3). */
export function citationHead(citation: Citation, language: Language): string {
  if (citation.instrument === localSetting.zh) return localSetting[language]
  const [, , head, , enHead] = shortNameOf(citation.instrument)
  if (language === 'en') return enHead + articleInEnglish(citation.article)
  return `${head} ${articleHead(citation.article, language)}`
}

/** The article alone, as a table head or a tree writes it: 8(三) / 8(3), 第九章 / Ch. 9. */
export function articleHead(article: string, language: Language): string {
  if (language === 'zh') return article.replace(/\((\d+)\)/g, (_, item: string) => `(${chineseNumber(Number(item))})`)
  const chapter = /^第([一二三四五六七八九十]+)章$/.exec(article)?.[1]
  if (chapter) return `Ch. ${Array.from({ length: 99 }, (_, at) => at + 1).find((n) => chineseNumber(n) === chapter)}`
  const plain = article.replace(/（[^）]*）/g, '').replaceAll('、', ', ')
  return /\p{Script=Han}/u.test(plain) ? '' : plain
}

/** The short name of an instrument: 任用条例 / Appointment Regulations. */
export function instrumentName(name: Text, language: Language): string {
  const known = shortNames.find(([full]) => full === name.zh.replace('中华人民共和国', ''))
  return known ? known[language === 'zh' ? 1 : 3] : name[language]
}
