import type { Random } from '../random.ts'

/** Common surnames with rough shares in thousandths; the tail shares one weight. */
const frequentSurnames: readonly (readonly [string, number])[] = [
  ['王', 72],
  ['李', 71],
  ['张', 67],
  ['刘', 53],
  ['陈', 50],
  ['杨', 30],
  ['黄', 23],
  ['赵', 22],
  ['吴', 21],
  ['周', 20],
  ['徐', 16],
  ['孙', 15],
  ['马', 14],
  ['朱', 13],
  ['胡', 13],
  ['郭', 12],
  ['何', 12],
  ['林', 12],
  ['高', 10],
  ['罗', 10],
  ['郑', 9],
  ['梁', 9],
  ['谢', 8],
  ['宋', 8],
  ['唐', 7],
  ['许', 7],
  ['邓', 7],
  ['冯', 6],
  ['韩', 6],
  ['曹', 6],
  ['曾', 6],
  ['彭', 6],
  ['萧', 5],
  ['蔡', 5],
  ['潘', 5],
  ['田', 5],
  ['董', 5],
  ['袁', 5],
  ['于', 5],
  ['余', 5],
  ['叶', 5],
  ['蒋', 5],
  ['杜', 4],
  ['苏', 4],
  ['魏', 4],
  ['程', 4],
  ['吕', 4],
  ['丁', 4],
  ['沈', 4],
  ['任', 4],
]
const rarerSurnames =
  '姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const compoundSurnames = ['欧阳', '上官', '司徒', '诸葛', '皇甫', '尉迟', '令狐', '慕容', '端木', '东方']

/** First and second characters of given names by the years in which they were usual. */
const givenCharacters = {
  male: [
    {
      until: 1975,
      first: '建国志永文德春庆学忠长玉海正光立成新家振兴云世',
      second: '国军平华明生民林强伟东海成忠良友才根贵祥荣',
    },
    {
      until: 1988,
      first: '伟志建海晓永俊立国文少小宏卫向金剑云世宗',
      second: '军勇涛斌峰强波刚明辉东华鹏林飞磊杰亮宁松',
    },
    {
      until: 2100,
      first: '宇浩子俊嘉天文博一思梓泽睿承景铭昊晨逸锦',
      second: '轩然航宇杰豪博阳辰翔鹏睿琪恒泽远凯宁洋淇',
    },
  ],
  female: [
    {
      until: 1975,
      first: '秀玉桂淑春丽凤素月美惠爱红金兰雪翠亚彩巧',
      second: '英兰珍芳华梅琴云萍霞香莲芬荣玲红娥凤敏贞',
    },
    {
      until: 1988,
      first: '丽晓海小红雪燕春艳玉爱文静亚志慧秋美利云',
      second: '娟燕霞梅萍静敏丽红芳玲艳华娜莉琳琴英洁蓉',
    },
    {
      until: 2100,
      first: '雨思佳梦欣雅诗若子语晓嘉静婉一可心书芷悦',
      second: '婷涵怡琪彤瑶萱洁妍雯颖晴蕾琳宁悦楠桐薇然',
    },
  ],
} as const
/** Given names of one character. */
const single = {
  male: '伟强军勇杰涛明超刚平辉斌浩鹏飞波亮峰林东凯磊鑫毅俊宁坤锋松',
  female: '芳娜敏静丽艳娟慧玲霞红梅燕萍莉雪琳颖欣佳婷洁倩云璐露悦丹蕾',
} as const

/** Given names before a dot and the father's name. */
const dottedNames = {
  male: ['艾尔肯', '买买提', '吐尔逊', '阿迪力', '库尔班', '努尔兰', '叶尔肯', '巴合提', '热合曼', '木拉提'],
  female: [
    '阿依古丽',
    '热依汗',
    '帕提古丽',
    '古丽娜尔',
    '阿依努尔',
    '玛依拉',
    '加娜尔',
    '米热古丽',
    '吾尔古丽',
    '迪丽达',
  ],
} as const
const tibetanNames = {
  first: ['扎西', '格桑', '次仁', '丹增', '洛桑', '尼玛', '白玛', '仁青'],
  male: ['多吉', '旺堆', '顿珠', '平措', '罗布', '加措'],
  female: ['卓玛', '央金', '德吉', '拉姆', '曲珍', '措姆'],
} as const

const minorities: readonly (readonly [string, number])[] = [
  ['回族', 22],
  ['满族', 20],
  ['土家族', 12],
  ['苗族', 12],
  ['壮族', 10],
  ['蒙古族', 6],
  ['侗族', 5],
  ['布依族', 4],
  ['瑶族', 4],
  ['彝族', 4],
  ['朝鲜族', 2],
  ['维吾尔族', 6],
  ['哈萨克族', 2],
  ['藏族', 4],
]
export type Sex = 'male' | 'female'

export const drawEthnicity = (random: Random): string => (random.chance(0.045) ? random.weighted(minorities) : '汉族')

export function drawSurname(random: Random): string {
  const kind = random.uniform()
  if (kind < 0.003) return random.pick(compoundSurnames)
  return kind < 0.84 ? random.weighted(frequentSurnames) : random.pick([...rarerSurnames])
}

function givenName(random: Random, sex: Sex, bornIn: number): string {
  if (random.chance(0.17)) return random.pick([...single[sex]])
  const usual = givenCharacters[sex].find(({ until }) => bornIn < until) ?? givenCharacters[sex][2]
  return random.pick([...usual.first]) + random.pick([...usual.second])
}

/** An invented name that suits sex and ethnic group; a surname may be given for kin. */
export function drawName(
  random: Random,
  who: { sex: Sex; bornIn: number; ethnicity?: string; surname?: string | undefined },
): string {
  const { sex, ethnicity } = who
  if (ethnicity === '维吾尔族' || ethnicity === '哈萨克族') {
    return `${random.pick(dottedNames[sex])}·${random.pick(dottedNames.male)}`
  }
  if (ethnicity === '藏族') return random.pick(tibetanNames.first) + random.pick(tibetanNames[sex])
  return (who.surname ?? drawSurname(random)) + givenName(random, sex, who.bornIn)
}

/** The surname of a name written without a dot. */
export const surnameOf = (name: string): string =>
  compoundSurnames.find((surname) => name.startsWith(surname)) ?? name.slice(0, 1)
