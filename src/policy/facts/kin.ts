/**
 * The kin of 《党政领导干部任职回避暂行规定》 art. 3, told from the word a clerk wrote: spouse, lineal relatives by blood,
 * collateral relatives within three generations, and close relatives by marriage. A word that is not here is unknown.
 */
export const kinClasses = ['spouse', 'lineal', 'collateral', 'affinity', 'other'] as const
export type KinClass = (typeof kinClasses)[number]

const patterns: readonly (readonly [KinClass, RegExp])[] = [
  ['spouse', /^(配偶|妻子?|丈夫|夫|爱人)$/],
  [
    'affinity',
    /^(岳父|岳母|公公|婆婆|公爹|亲家(公|母)?|女婿|儿媳妇?|媳妇|配偶的?(父亲?|母亲?|父母|兄|弟|姐|妹|兄弟|姐妹|兄弟姐妹))$/,
  ],
  [
    'affinity',
    /^(嫂子?|嫂嫂|弟媳妇?|弟妹|姐夫|妹夫|妻兄|妻弟|妻姐|妻妹|大伯子?|小叔子?|姑子|伯母|婶婶?|婶母|姑父|姑夫|舅母|舅妈|姨父|姨夫)$/,
  ],
  ['lineal', /^(父亲?|母亲?|养父|养母|继父|继母|祖父|祖母|爷爷|奶奶|外祖父|外祖母|外公|外婆|姥爷|姥姥)$/],
  ['lineal', /^((独生?|长|大|次|二|三|四|小|幼|养|继)?(儿子?|女儿?|子|子女)|孙子|孙女|外孙子?|外孙女)$/],
  ['collateral', /^((堂|表)?(哥哥?|弟弟?|姐姐?|妹妹?|兄|兄弟|姐妹|兄弟姐妹)|胞(兄|弟|姐|妹)|(堂|表)(兄|弟|姐|妹))$/],
  ['collateral', /^(伯父?|叔父?|叔叔|姑母?|姑姑|姑妈|舅父?|舅舅|姨母?|姨妈|阿姨|侄子?|侄女|外甥|外甥女|甥子?|甥女)$/],
  ['other', /^(同学|同乡|战友|朋友|前妻|前夫|其他)$/],
]

/**
 * The class of a relation word, or undefined where the word is not known.
 * @example kinClassOf('岳父') // 'affinity'
 */
export function kinClassOf(relation: string): KinClass | undefined {
  return patterns.find(([, pattern]) => pattern.test(relation.trim()))?.[0]
}
