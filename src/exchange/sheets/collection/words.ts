/** The words that the drop-down lists of the collection workbook offer, and what they are in the data package. */
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'

type Pairs = readonly (readonly [text: string, identifier: string])[]

export const politics: readonly string[] =
  '中共党员 预备党员 共青团员 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 无党派 群众'.split(' ')

export const grades: readonly string[] = identifiersOf('grade').map((id) => labelOf('grade', id).zh)

/** ZB09; grades of posts below the leading ones have no leading post. */
export const postLevels: Pairs = [
  ['厅局级正职', 'bureau-chief'],
  ['厅局级副职', 'bureau-deputy'],
  ['县处级正职', 'division-chief'],
  ['县处级副职', 'division-deputy'],
  ['乡科级正职', 'section-chief'],
  ['乡科级副职', 'section-deputy'],
  ['科员', 'none'],
]

export const postLevelCodes: Readonly<Record<string, string>> = {
  '1A21': 'bureau-chief',
  '1A22': 'bureau-deputy',
  '1A31': 'division-chief',
  '1A32': 'division-deputy',
  '1A41': 'section-chief',
  '1A42': 'section-deputy',
  ...{ '1A50': 'none', '1A60': 'none', '1A98': 'none', '1A99': 'none' },
  ...{ 科员级: 'none', 办事员: 'none' },
}

export const levelsAndGrades: readonly string[] = [...postLevels.map(([text]) => text), ...grades]

/** ZB64. */
export const schoolings: Pairs = [
  ['研究生', 'postgraduate'],
  ['中央党校研究生', 'postgraduate'],
  ['省委党校研究生', 'postgraduate'],
  ['大学', 'bachelor'],
  ['中央党校大学', 'bachelor'],
  ['省委党校大学', 'bachelor'],
  ['大专', 'junior-college'],
  ['中央党校大专', 'junior-college'],
  ['省委党校大专', 'junior-college'],
  ['大学普通班', 'junior-college'],
  ['中专', 'secondary-vocational'],
  ['中技', 'secondary-vocational'],
  ['高中', 'high-school'],
  ['初中', 'lower'],
  ['小学', 'lower'],
]

/** The level of a code of ZB64. */
export const schoolingCodeOf = (code: string): string | undefined =>
  (
    ({
      ...{ 11: 'postgraduate', 12: 'postgraduate', '1A': 'postgraduate', '1B': 'postgraduate', 1: 'postgraduate' },
      ...{ 2: 'bachelor', 21: 'bachelor', 22: 'bachelor', 23: 'bachelor' },
      ...{
        3: 'junior-college',
        31: 'junior-college',
        32: 'junior-college',
        33: 'junior-college',
        34: 'junior-college',
      },
      ...{ 35: 'secondary-vocational', 36: 'secondary-vocational', 37: 'high-school', 38: 'lower', 39: 'lower' },
    }) as Readonly<Record<string, string>>
  )[code.toUpperCase()]

/** The degree of a code of GB/T 6864, by its first digit. */
export const degreeCodeOf = (code: string): string | undefined =>
  /^[234]\d{0,2}$/.test(code) ? { 2: 'doctor', 3: 'master', 4: 'bachelor' }[code[0] as '2' | '3' | '4'] : undefined

/** ZB03. Half ranks stand with the level of their rank. */
export const unitLevels: Pairs = [
  ['省级', 'province'],
  ['副省级', 'province'],
  ['地、厅、司、局级', 'prefecture'],
  ['副地、副厅、副司、副局级', 'prefecture'],
  ['县、处级', 'county'],
  ['副县、副处级', 'county'],
  ['乡、科级', 'township'],
  ['副乡、副科级', 'township'],
  ['股级', 'village'],
]

/** ZB04, its main classes; the first of each kind is the one that is written. */
export const unitKinds: Pairs = [
  ['党委', 'party'],
  ['党委工作部门、办事机构、派出机构', 'party'],
  ['人大', 'congress'],
  ['人大机关', 'congress'],
  ['政府', 'government'],
  ['政府工作部门、办事机构、派出机构', 'department'],
  ['政协', 'cppcc'],
  ['政协机关', 'cppcc'],
  ['党的纪委', 'discipline'],
  ['党的纪委机关', 'discipline'],
  ['法院', 'court'],
  ['法院机关', 'court'],
  ['检察院', 'procuratorate'],
  ['检察院机关', 'procuratorate'],
  ['人民团体', 'association'],
  ['其他事业单位', 'institution'],
  ['参照公务员管理的事业单位', 'institution'],
  ['国有企业', 'enterprise'],
  ['县（市、区、旗）', 'county'],
  ['乡镇', 'township'],
  ['街道', 'street'],
  ['开发园区', 'zone'],
  ['村', 'village'],
  ['社区', 'community'],
]

const kindPatterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['discipline', /纪委|监察/],
  ['party', /党委/],
  ['congress', /人大/],
  ['cppcc', /政协/],
  ['court', /法院/],
  ['procuratorate', /检察院/],
  ['institution', /事业单位/],
  ['enterprise', /企业|公司/],
  ['association', /人民团体|工会|共青团|妇联|工商联|民主党派|社会/],
  ['department', /部门|办公厅|派出|其他机关|发改委|银行|机关/],
  ['government', /政府/],
]

/** The kind of a class of ZB04, whichever of its 141 names is written. */
export function unitKindOf(text: string): string | undefined {
  const plain = text.normalize('NFKC')
  return (
    unitKinds.find(([word]) => word.normalize('NFKC') === plain)?.[1] ??
    kindPatterns.find(([, pattern]) => pattern.test(plain))?.[0]
  )
}

/** 奖惩名称. */
const honours: readonly string[] = ['授予荣誉称号', '记一等功', '记二等功', '记三等功', '嘉奖', '奖励']

const sanctions: Pairs = [
  ['警告（党员）', 'party-warning'],
  ['严重警告（党员）', 'party-serious-warning'],
  ['撤销党内职务（党员）', 'party-removal'],
  ['留党察看（党员）', 'party-probation'],
  ['警告（公务员）', 'admin-warning'],
  ['记过（公务员）', 'admin-demerit'],
  ['记大过（公务员）', 'admin-major-demerit'],
  ['降级（公务员）', 'admin-demotion'],
  ['撤职（公务员）', 'admin-removal'],
  ['诫勉', 'admonition'],
  ['提醒', 'reminder'],
  ['函询', 'inquiry'],
  ['组织处理', 'organizational-measure'],
]

/** Also said of members of other organisations, whose sanctions have the same names. */
const otherSanctions: Pairs = [
  ['警告（事业单位工作人员）', 'admin-warning'],
  ['记过（事业单位工作人员）', 'admin-demerit'],
  ['降低岗位等级或者撤职（事业单位工作人员）', 'admin-removal'],
  ...(['党内警告', '党内严重警告', '撤销党内职务', '留党察看'] as const).map(
    (text, index) => [text, sanctions[index]?.[1] ?? ''] as const,
  ),
]

export const rewards: readonly string[] = [...honours, ...sanctions.map(([text]) => text)]

const same = (text: string) => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  return ([word]: readonly [string, ...unknown[]]): boolean => word.normalize('NFKC') === plain
}

/** The sanction that a name says; undefined for honours and for what has no term. */
export const sanctionOf = (text: string): string | undefined => [...sanctions, ...otherSanctions].find(same(text))?.[1]

export const isHonour = (text: string): boolean =>
  honours.includes(text) || /先进|模范|标兵|能手|劳模|荣誉|记.等功|嘉奖|奖章|优秀|表彰|五一|三八/.test(text)

/** The word of an identifier, for writing. */
export const wordFor = (pairs: Pairs, identifier: string | undefined): string | undefined =>
  pairs.find(([, id]) => id === identifier)?.[0]

export const sanctionWord = (identifier: string | undefined): string | undefined => wordFor(sanctions, identifier)

/** Words to identifiers, half-width, as cells are compared. */
export const codesOf = (pairs: Pairs): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.map(([text, id]) => [text.normalize('NFKC'), id]))
