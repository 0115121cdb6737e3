/** The rows and columns that the peers show: as many, as wide and of the same kinds of text as the roster's. */
export const columns = Array.from({ length: 40 }, (_, at) => ({ key: `c${at}`, title: `第 ${at + 1} 列`, width: 96 }))

export type PeerRow = Readonly<Record<string, string>>

const texts = ['县处级副职', '1981.04 45', '云川市工业和信息化局 副局长', '2022.04', '5.7', '研究生', '优 优 称', '9.2']

export const peerRows = (count: number): PeerRow[] =>
  Array.from({ length: count }, (_, row) =>
    Object.fromEntries([
      ['id', `C${row}`],
      ...columns.map(({ key }, at) => [key, `${texts[(row + at) % texts.length]} ${at === 0 ? row : ''}`]),
    ]),
  )
