/** An invented roster of 50,000 people in the 36 columns of a collection sheet, made row by row. */
export const people = 50_000
export const columns = 36

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'
const units = ['财政局', '水利局', '青石镇', '白河乡', '组织部', '审计局', '教育局', '统计局', '林业局', '民政局']
const posts = ['局长', '副局长', '党组书记、局长', '一级主任科员', '四级调研员', '科员', '镇长', '党委副书记、镇长']

const pick = <T>(values: ArrayLike<T>, index: number): T | '' => values[index % values.length] ?? ''
const month = (index: number): string => `${1960 + (index % 45)}.${String((index % 12) + 1).padStart(2, '0')}`

/** Header first. A third of the cells differ from person to person, as names, numbers and résumés do. */
export function* rosterRows(): Generator<(string | number)[]> {
  yield Array.from({ length: columns }, (_, column) => `第${column + 1}列`)
  for (let person = 0; person < people; person += 1) {
    const cells: (string | number)[] = [
      person + 1,
      `${pick(surnames, person)}${pick(given, person * 7)}${pick(given, person * 13 + (person % 5))}`,
      `11010519${String(600101 + (person % 390000))}${String(person % 10000).padStart(4, '0')}`,
      person % 3 === 0 ? '女' : '男',
      '汉族',
      month(person),
    ]
    for (let column = cells.length; column < columns; column += 1) cells.push(cellOf(person, column))
    yield cells
  }
}

function cellOf(person: number, column: number): string | number {
  switch (column % 6) {
    case 0:
      return `云川市${pick(units, person + column)}${pick(posts, person * 3 + column)}`
    case 1:
      return month(person + column)
    case 2:
      return (person * column) % 1000
    case 3:
      return `${month(person)}--${month(person + 9)}  在${pick(units, person)}工作，第 ${person} 号`
    case 4:
      return '中共党员'
    default:
      return pick(posts, person + column)
  }
}
