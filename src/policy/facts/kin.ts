/**
 * The kin of 《党政领导干部任职回避暂行规定》 art. 3, told from the word a clerk wrote: spouse, lineal relatives by blood,
 * collateral relatives within three generations, and close relatives by marriage. A word is read as steps from one person
 * to another: 妻兄 is spouse, then sibling. The classes are the same from the other side, but that the list counts the spouse
 * of a cousin or aunt as close and not the cousin of a spouse: there it depends on whose word is on record.
 */
export const kinClasses = ['spouse', 'lineal', 'collateral', 'affinity', 'other'] as const
export type KinClass = (typeof kinClasses)[number]

/** Steps: s spouse · p parent · c child · b sibling; `-` = no kin. */
const words: readonly (readonly [steps: string, words: string])[] = [
  ['s', '配偶 妻子 妻 丈夫 夫 爱人 夫妻 老婆 老公'],
  ['p', '父亲 父 爸爸 母亲 母 妈妈 父母'],
  ['pp', '祖父 祖母 祖父母 爷爷 奶奶 外祖父 外祖母 外祖父母 外公 外婆 姥爷 姥姥'],
  ['ppp', '曾祖父 曾祖母 外曾祖父 外曾祖母'],
  ['c', '儿子 儿 子 女儿 女 子女 独子 独女 独生子 独生女'],
  ['cc', '孙子 孙 孙女 孙子女 外孙 外孙子 外孙女 外孙子女'],
  ['ccc', '曾孙 曾孙女 曾孙子女'],
  ['b', '哥哥 哥 兄 兄长 弟弟 弟 姐姐 姐 妹妹 妹 兄弟 姐妹 兄妹 姐弟 兄弟姐妹'],
  ['bc', '侄子 侄 侄儿 侄女 侄子女 外甥 外甥子 外甥女 甥 甥子 甥女 甥子女'],
  ['pb', '伯父 伯 伯伯 大伯 叔父 叔 叔叔 姑母 姑 姑姑 姑妈 舅父 舅 舅舅 姨母 姨 姨妈 阿姨'],
  ['pbs', '伯母 婶 婶婶 婶母 婶子 姑父 姑丈 舅母 舅妈 姨父 姨丈'],
  ['bs', '嫂 嫂子 嫂嫂 弟妹'],
  ['sp', '岳父 岳母 岳父母 丈人 丈母娘 公公 公爹 婆婆 公婆'],
  ['cs', '媳妇 姑爷'],
  ['csp', '亲家 亲家公 亲家母'],
  ['sb', '大伯子 小叔子 大姑子 小姑子 姑子 大舅子 小舅子 舅子 大姨子 小姨子 姨子'],
  ['sbs', '连襟 妯娌'],
  ['sbc', '内侄 内侄女'],
  ['-', '同学 同乡 战友 同事 朋友 前妻 前夫 前配偶 未婚妻 未婚夫 其他'],
]
const stepsOfWord = new Map(words.flatMap(([steps, list]) => list.split(' ').map((word) => [word, steps] as const)))

/** Order of birth, and kinds of parent and child that count alike. */
const qualifier = /^(长|次|幺|大|老大|老|小|二|三|四|五|六|七|八|胞|亲|养|继)/
const spouseAtEnd = /(媳妇?|婿|夫|妻子?|丈夫|配偶)$/
const spouseAtFront = /^(妻|夫|配偶|爱人)/

/** 父亲的妻子 is a parent, 父亲的儿子 a sibling: longer ways to the same person. */
const shorter: readonly (readonly [string, string])[] = [
  ['ps', 'p'],
  ['sc', 'c'],
  ['bp', 'p'],
  ['pc', 'b'],
  ['bb', 'b'],
  ['cb', 'c'],
  ['cp', 's'],
]

function stepsOf(word: string): string | undefined {
  const known = stepsOfWord.get(word)
  if (known !== undefined) return known
  const joint = word.search(/[的之]/)
  if (joint > 0) return joined(stepsOf(word.slice(0, joint)), stepsOf(word.slice(joint + 1)))
  // 堂、表: a child of a parent's sibling stands where a sibling would.
  if (/^[堂表]/.test(word)) return stepsOf(word.slice(1))?.replace('b', 'pbc')
  const front = spouseAtFront.exec(word)
  const end = spouseAtEnd.exec(word)
  return (
    (end && joined(stepsOf(word.slice(0, end.index)), 's')) ||
    (front && joined('s', stepsOf(word.slice(front[0].length)))) ||
    (qualifier.test(word) ? stepsOf(word.slice(1)) : undefined)
  )
}

function joined(first: string | undefined, second: string | undefined): string | undefined {
  if (!first || !second || first === '-' || second === '-') return undefined
  let steps = first + second
  for (let change = true; change; ) {
    const found = shorter.find(([long]) => steps.includes(long))
    if (found) steps = steps.replace(...found)
    change = found !== undefined
  }
  return steps
}

const classes: readonly (readonly [KinClass, RegExp])[] = [
  ['spouse', /^s$/],
  ['lineal', /^(p+|c+)$/],
  ['collateral', /^(b|bc|pb|pbc)$/],
  ['affinity', /^(sp|sb|sbs|cs|csp|(b|bc|pb|pbc)s)$/],
]

/**
 * The class of a relation word as its writer means it; undefined where the word is not known.
 * @example kinClassOf('岳父') // 'affinity'
 */
export function kinClassOf(relation: string): KinClass | undefined {
  const steps = stepsOf(relation.trim())
  return steps === undefined ? undefined : (classes.find(([, pattern]) => pattern.test(steps))?.[0] ?? 'other')
}
