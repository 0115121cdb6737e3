import { describe, expect, test } from 'vitest'
import { type KinClass, kinClassOf } from './kin.ts'

const words: Partial<Record<KinClass, string>> = {
  spouse: '配偶 妻子 妻 丈夫 夫 爱人',
  lineal:
    '父亲 母亲 父 母 养父 继母 祖父 外祖母 外公 姥姥 儿子 女儿 长女 次子 独生女 二儿子 养子 继女 孙子 外孙女 曾祖父',
  collateral:
    '哥哥 弟弟 姐姐 妹妹 大哥 二姐 胞弟 堂弟 表姐 堂兄弟姐妹 伯父 三叔 姑母 舅父 小姨 侄子 侄女 外甥 外甥女 父亲的哥哥 姑姑的儿子 父亲的儿子',
  affinity:
    '岳父 岳母 公公 婆婆 公爹 女婿 儿媳 二儿媳妇 亲家公 嫂子 弟媳 弟妹 姐夫 妹夫 妻兄 妻妹 大姑子 小舅子 连襟 妯娌 姑父 舅妈 伯母 侄媳 外甥女婿 堂嫂 表姐夫 配偶的弟弟 妻子的姐姐 丈夫的父亲 哥哥的妻子 儿子的岳父 配偶的弟弟的妻子',
}

describe('the kin of article 3', () => {
  test.each(Object.entries(words))('%s', (kin, list) => {
    const wrong = list.split(' ').filter((word) => kinClassOf(word) !== kin)
    expect(wrong).toEqual([])
  })

  test.each(['同学', '同乡', '战友', '前妻', '堂叔', '配偶的祖父', '配偶的堂兄', '妻侄'])(
    '%s is outside it',
    (word) => {
      expect(kinClassOf(word)).toBe('other')
    },
  )

  test.each(['家属', '亲戚', '监护人', ''])('“%s” does not tell', (word) => {
    expect(kinClassOf(word)).toBeUndefined()
  })

  test.each([
    ['儿子', '父亲'],
    ['侄女', '伯父'],
    ['姐夫', '妻弟'],
    ['岳母', '女婿'],
    ['亲家母', '亲家公'],
    ['表弟', '表姐'],
  ])('%s and %s are one relation seen from two sides', (one, other) => {
    expect(kinClassOf(one)).toBe(kinClassOf(other))
  })
})
