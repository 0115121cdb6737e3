/**
 * Invented places. Every name that these characters compose was compared with the published list of cities, counties and
 * districts: none of them exists. Region codes begin with 99, which GB/T 2260 does not use.
 */
const first = [...'云桐澜棠霁漱栖芷煦岫鹭樟枫稔']
const second = [...'川源陵渚浦泽汀栎墅洲麓岑']

export const province = { name: '东澜省', short: '东澜', code: '990000' } as const

/** Stems of cities and counties, the best known first: 云川, 桐源 … */
export const placeStems: readonly string[] = second.flatMap((_, shift) =>
  first.map((character, index) => `${character}${second[(index + shift) % second.length]}`),
)

const townFirst = [...'白青金石龙双大新长高清桃柳松梅竹荷兴安永太丰福和东西南北上下前后红黄官王张李陈马牛羊凤鹤']
const townSecond = [...'沙桥塘湾河山岭坪坝口店集渡铺堰井洼岗屯庄墩埠溪潭滩港圩塔楼林']

export const townStem = (index: number): string => {
  const row = index % townFirst.length
  const column = (index * 7 + Math.floor(index / townFirst.length) * 5) % townSecond.length
  return `${townFirst[row]}${townSecond[column]}`
}

export const villageStems = [
  '前进',
  '联合',
  '新民',
  '合兴',
  '桥头',
  '河西',
  '杨家',
  '沈巷',
  '柳墩',
  '石埝',
  '高庄',
  '东塘',
  '北渡',
  '南圩',
  '双井',
  '长岗',
]
export const communityStems = ['学府', '阳光', '广场', '滨河', '文昌', '花园', '新城', '站前', '康宁', '锦绣']
