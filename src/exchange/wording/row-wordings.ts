import type { Wording } from './wording.ts'

/** What is wrong with a row, a cell, or rows that do not agree with each other. */
export const rowWordings = {
  'unclosed-quote': {
    message: { zh: '这一行有一个双引号没有配对。', en: 'A double quote in this row is never closed.' },
    mend: {
      zh: '补上或删去这个引号；格内本身的引号写两遍（""）。',
      en: 'Close or remove it; a quote inside a cell is written twice ("").',
    },
  },
  'text-after-quote': {
    message: { zh: '这一行在双引号结束后还有文字。', en: 'Text follows a closing double quote in this row.' },
    mend: {
      zh: '把整格内容放进一对双引号，格内本身的引号写两遍（""）。',
      en: 'Put the whole cell between quotes; a quote inside it is written twice ("").',
    },
  },
  'cell-count': {
    message: {
      zh: '这一行有 {count} 格，表头有 {expected} 格。',
      en: 'This row has {count} cells, the header has {expected}.',
    },
    mend: {
      zh: '对齐各列：空格也要留出逗号；格内含逗号时用双引号括起整格。',
      en: 'Align the columns: empty cells keep their comma; a cell with a comma goes between double quotes.',
    },
  },
  'encoding-damaged': {
    message: {
      zh: '“{column}”里有无法识别的文字：“{value}”。',
      en: '"{column}" holds characters that cannot be decoded: "{value}".',
    },
    mend: { zh: '重新录入这一格，并把文件另存为 UTF-8。', en: 'Enter the cell again and save the file as UTF-8.' },
  },
  // A cell.
  'value-missing': {
    message: { zh: '“{column}”必填，这里是空的。', en: '"{column}" is required and is empty.' },
    mend: { zh: '填上{what}。', en: 'Fill in {what}.' },
  },
  'value-too-long': {
    message: {
      zh: '“{column}”长达 {length} 字，用作标识过长。',
      en: '"{column}" has {length} characters: too long to identify a row.',
    },
    mend: { zh: '缩短到 {limit} 字以内。', en: 'Shorten it to at most {limit} characters.' },
  },
  'date-form': {
    message: {
      zh: '“{column}”的值“{value}”不是规定的日期写法。',
      en: '"{value}" in "{column}" is not a date in the required form.',
    },
    mend: { zh: '{advice}', en: '{advice}' },
  },
  'date-impossible': {
    message: {
      zh: '“{column}”的值“{value}”不是真实的日期：{reason}。',
      en: '"{value}" in "{column}" is no real date: {reason}.',
    },
    mend: {
      zh: '按原始材料改正，写成 YYYY-MM-DD；只知道月份时写 YYYY-MM。',
      en: 'Correct it from the source, as YYYY-MM-DD, or YYYY-MM where only the month is known.',
    },
  },
  'boolean-form': {
    message: {
      zh: '“{column}”的值“{value}”不是 true 或 false。',
      en: '"{value}" in "{column}" is neither true nor false.',
    },
    mend: { zh: '{advice}', en: '{advice}' },
  },
  'number-form': {
    message: { zh: '“{column}”的值“{value}”不是数字。', en: '"{value}" in "{column}" is not a plain number.' },
    mend: { zh: '{advice}', en: '{advice}' },
  },
  'number-not-whole': {
    message: { zh: '“{column}”的值“{value}”不是整数。', en: '"{value}" in "{column}" is not a whole number.' },
    mend: { zh: '改为整数。', en: 'Write a whole number.' },
  },
  'number-out-of-range': {
    message: {
      zh: '“{column}”的值 {value} 超出范围，应{range}。',
      en: '{value} in "{column}" is out of range: it must be {range}.',
    },
    mend: { zh: '按原始材料改正这个数。', en: 'Correct the number from the source.' },
  },
  'term-unknown': {
    message: { zh: '“{column}”的值“{value}”不在规定的词里。', en: '"{value}" in "{column}" is not one of the terms.' },
    mend: { zh: '{nearest}可写：{terms}。', en: '{nearest}Allowed: {terms}.' },
  },
  'spreadsheet-number': {
    message: {
      zh: '“{column}”的值“{value}”被电子表格改成了科学记数，原来的号码已经丢失。',
      en: '"{value}" in "{column}" was turned into scientific notation by a spreadsheet; the original digits are lost.',
    },
    mend: { zh: '把这一列设为“文本”格式后重新录入号码。', en: 'Format the column as text and enter the number again.' },
  },
  // Rows that do not agree with each other.
  'key-duplicate': {
    message: { zh: '{key} 与第 {first} 行重复。', en: '{key} is already in row {first}.' },
    mend: {
      zh: '同一条记录只留一行；若是两条记录，改正写错的标识。',
      en: 'Keep one row for one record; if they are two, correct the key of one.',
    },
  },
  'reference-dangling': {
    message: {
      zh: '“{column}”的值“{value}”在 {table}.csv 里找不到。',
      en: '"{value}" in "{column}" is not in {table}.csv.',
    },
    mend: { zh: '改正这个标识，或在 {table}.csv 里补上这一行。', en: 'Correct the id, or add its row to {table}.csv.' },
  },
  'reference-loop': {
    message: { zh: '“{column}”的值“{value}”绕回到自己。', en: '"{value}" in "{column}" leads back to this row.' },
    mend: { zh: '断开这个循环：最上面的一行此格留空。', en: 'Break the loop: the topmost row leaves this cell empty.' },
  },
  'dates-reversed': {
    message: {
      zh: '“{column}”（{to}）早于“{other}”（{from}）。',
      en: '"{column}" ({to}) is before "{other}" ({from}).',
    },
    mend: { zh: '核对这两个日期，改正写错的一个。', en: 'Check both dates and correct the wrong one.' },
  },
  'tenure-empty': {
    message: {
      zh: '“from”和“to”是同一天 {to}，任期为零天。',
      en: '"from" and "to" are the same day, {to}: a tenure of no days.',
    },
    mend: {
      zh: '“to”写离任之日；若只知道月份，两格都写到月。',
      en: 'Put the day of leaving in "to"; where only months are known, write both to the month.',
    },
  },
  'score-above-scale': {
    message: {
      zh: '“score”为 {value}，超过满分“scale_max” {most}。',
      en: '"score" is {value}, above "scale_max" {most}.',
    },
    mend: { zh: '按原票改正分数或满分。', en: 'Correct the score or the scale from the ballot.' },
  },
  'seat-overlap': {
    message: {
      zh: '岗位 {seat} 同一时段有两人任职：本行 {tenure}（{span}）与第 {row} 行 {other}（{otherSpan}）重叠。',
      en: 'Seat {seat} is held twice at one time: this row, {tenure} ({span}), overlaps {other} in row {row} ({otherSpan}).',
    },
    mend: {
      zh: '核对两行的起止日期，前任的“to”不应晚于后任的“from”；代理、兼任、挂职写相应的“kind”。',
      en: 'Check both rows: the earlier tenure ends by the start of the later one; acting, concurrent and seconded service has its own "kind".',
    },
  },
  'seat-life': {
    message: {
      zh: '任期（{span}）超出岗位 {seat} 的存续期（{life}）。',
      en: 'The tenure ({span}) reaches outside the life of seat {seat} ({life}).',
    },
    mend: {
      zh: '核对任期，或改正 positions.csv 里的“open_from”“open_to”。',
      en: 'Check the tenure, or correct "open_from" and "open_to" in positions.csv.',
    },
  },
  'fact-field-unknown': {
    message: {
      zh: '“field”的值“{value}”不是 cadres.csv 的列，也不是 education.level。',
      en: '"{value}" in "field" is neither a column of cadres.csv nor education.level.',
    },
    mend: {
      zh: '写 cadres.csv 的列名，如 born_on；或写 education.level。',
      en: 'Name a column of cadres.csv, such as born_on, or education.level.',
    },
  },
  'fact-field-missing': {
    message: {
      zh: '“value”有值“{value}”，“field”却是空的，看不出说的是哪一项。',
      en: '"value" is "{value}" but "field" is empty: it says nothing about any field.',
    },
    mend: { zh: '在“field”里写明列名，或清空“value”。', en: 'Name the column in "field", or empty "value".' },
  },
  'left-out-with': {
    message: {
      zh: '“{column}”指向 {table}.csv 里被跳过的“{value}”，这一行随之跳过。',
      en: '"{value}" in "{column}" was left out of {table}.csv, so this row is left out with it.',
    },
    mend: { zh: '改正被引用的那一行后重新导入。', en: 'Mend the row referred to and import again.' },
  },
  'and-more': {
    message: {
      zh: '“{code}”这类问题另有 {count} 处，未逐条列出。',
      en: '{count} more problems of the kind "{code}" are not listed.',
    },
    mend: { zh: '先改正已列出的，再核对一次。', en: 'Mend those listed, then check again.' },
  },
} as const satisfies Record<string, Wording>
