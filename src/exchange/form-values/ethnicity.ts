/** The 56 names of GB/T 3304, without 族, and what else that list has. */
const peoples = new Set(
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  ),
)

/**
 * The full name of a people; undefined where it is none.
 * @example ethnicityOf('汉') // '汉族'
 */
export function ethnicityOf(text: string): string | undefined {
  const short = text.replace(/\s+/g, '').replace(/族$/, '')
  if (peoples.has(short)) return `${short}族`
  return /^(其他|外国血统.*|穿青人|摩梭人)$/.test(short) ? short : undefined
}
