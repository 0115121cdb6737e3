import type { Wording } from './wording.ts'

/** What is wrong with a cell, a row or a whole sheet of the office. `{at}` is the address of a cell, e.g. `C5`. */
const faults = {
  'sheet-unknown': {
    message: {
      zh: '“{file}”里没有认得的表：找过干部名册（有“姓名”和“性别”“出生年月”“现任职务”等列）、采集表（A01、A02 … B01）、年度考核（“姓名”“等次”）、票表（“姓名”“同意”“不同意”等列）。',
      en: '"{file}" has no sheet that is known here: looked for a roster (姓名 with 性别, 出生年月, 现任职务 …), a collection workbook (A01, A02 … B01), yearly evaluations (姓名, 等次) and counted ballots (姓名, 同意, 不同意 …).',
    },
    mend: {
      zh: '核对文件；若是名册，在人员上方写明列名，至少有“姓名”。',
      en: 'Check the file; if it is a roster, name the columns above the people, 姓名 at least.',
    },
  },
  'cell-formula': {
    message: {
      zh: '{at} “{column}”是算不出结果的公式（{error}）。',
      en: '{at} "{column}" is a formula without a result ({error}).',
    },
    mend: { zh: '改正公式，或直接填上内容。', en: 'Mend the formula, or write the value itself.' },
  },
  'cell-digits-lost': {
    message: {
      zh: '{at} “{column}”存成了数字（{value}），第 15 位以后的数字已经丢失。',
      en: '{at} "{column}" was stored as a number ({value}); its digits after the fifteenth are lost.',
    },
    mend: {
      zh: '把这一列设为“文本”格式，按原件重新录入。',
      en: 'Format the column as text and enter it again from the original.',
    },
  },
  'cell-date': {
    message: { zh: '{at} “{column}”的值“{value}”看不出是哪年哪月。', en: '{at} "{column}": "{value}" tells no month.' },
    mend: {
      zh: '写成 1975.03 或 1975.03.08，单元格设为“文本”。',
      en: 'Write 1975.03 or 1975.03.08, in a cell formatted as text.',
    },
  },
  'cell-date-impossible': {
    message: {
      zh: '{at} “{column}”的值“{value}”不是真实的日期。',
      en: '{at} "{column}": "{value}" is no real date.',
    },
    mend: { zh: '按原始材料改正。', en: 'Correct it from the original papers.' },
  },
  'cell-date-life': {
    message: { zh: '{at} “{column}”的值“{value}”{reason}。', en: '{at} "{column}": "{value}" {reason}.' },
    mend: { zh: '按原始材料改正。', en: 'Correct it from the original papers.' },
  },
  'cell-dates-reversed': {
    message: {
      zh: '{at} “{column}”的值“{value}”早于起始时间 {from}。',
      en: '{at} "{column}": "{value}" is before the beginning, {from}.',
    },
    mend: { zh: '核对这两个时间，改正写错的一个。', en: 'Check both dates and correct the wrong one.' },
  },
  'cell-year': {
    message: {
      zh: '{at} “{column}”的值“{value}”不是能用的年度。',
      en: '{at} "{column}": "{value}" is no usable year.',
    },
    mend: { zh: '写四位年份，不晚于今年。', en: 'Write a year of four digits, not after this one.' },
  },
  'cell-term': {
    message: {
      zh: '{at} “{column}”的值“{value}”不在可写的词里。',
      en: '{at} "{column}": "{value}" is not one of the words for it.',
    },
    mend: { zh: '可写：{terms}。', en: 'Write one of: {terms}.' },
  },
  'cell-number': {
    message: { zh: '{at} “{column}”的值“{value}”不是数。', en: '{at} "{column}": "{value}" is no number.' },
    mend: { zh: '只写数字。', en: 'Write digits only.' },
  },
  'cell-citizen-id': {
    message: {
      zh: '{at} “{column}”的值“{value}”{fault}。',
      en: '{at} "{column}": "{value}" {fault}.',
    },
    mend: { zh: '按身份证改正。', en: 'Correct it from the identity card.' },
  },
  'row-name-missing': {
    message: { zh: '第 {row} 行有内容，“{column}”却是空的。', en: 'Row {row} has content, but "{column}" is empty.' },
    mend: { zh: '补上名称；多余的行删去。', en: 'Add the name, or delete the row if it is not meant.' },
  },
  'name-column-twice': {
    message: {
      zh: '{at} 又有一列“{column}”：一行并排两个人时，只读左边的一个。',
      en: '{at}: there is another column "{column}"; of two people side by side only the left one is read.',
    },
    mend: { zh: '改成一行一人。', en: 'Put each person in a row of their own.' },
  },
  'column-missing': {
    message: { zh: '工作表“{sheet}”没有“{column}”这一列。', en: 'Sheet "{sheet}" has no column "{column}".' },
    mend: { zh: '补上这一列。', en: 'Add the column.' },
  },
  'cell-required': {
    message: { zh: '{at} “{column}”必填，这里是空的。', en: '{at} "{column}" is required and empty.' },
    mend: { zh: '填上内容。', en: 'Fill it in.' },
  },
  'row-person-unknown': {
    message: {
      zh: '第 {row} 行的“{name}”（{id}）在 A01 表里找不到。',
      en: 'Row {row}: "{name}" ({id}) is not in sheet A01.',
    },
    mend: {
      zh: '核对姓名和身份证号，两张表要一致；或在 A01 里补上这个人。',
      en: 'Make name and citizen number agree in both sheets, or add the person to A01.',
    },
  },
  'row-person-ambiguous': {
    message: {
      zh: '第 {row} 行没有身份证号，A01 表里有 {count} 个“{name}”，分不清是谁。',
      en: 'Row {row} has no citizen number, and A01 has {count} people called "{name}".',
    },
    mend: { zh: '补上身份证号。', en: 'Add the citizen number.' },
  },
  'row-person-twice': {
    message: {
      zh: '第 {row} 行的身份证号 {id} 与第 {other} 行重复。',
      en: 'Row {row} has the citizen number {id} of row {other}.',
    },
    mend: { zh: '同一人只留一行；若是两个人，改正写错的号码。', en: 'Keep one row a person, or correct the number.' },
  },
  'unit-code': {
    message: {
      zh: '{at} 机构编码“{value}”不是三位一级、用点分开的编码。',
      en: '{at}: the unit code "{value}" is not of three digits a level with dots between.',
    },
    mend: { zh: '写成 001.001.008 这样。', en: 'Write it as 001.001.008.' },
  },
  'unit-code-twice': {
    message: {
      zh: '{at} 机构编码 {value} 与第 {other} 行重复。',
      en: '{at}: the unit code {value} is that of row {other}.',
    },
    mend: { zh: '每个机构的编码只用一次。', en: 'Use each code once.' },
  },
  'unit-parent-missing': {
    message: {
      zh: '{at} 机构编码 {value} 的上级 {parent} 不在表里。',
      en: '{at}: the parent {parent} of the unit code {value} is not in the sheet.',
    },
    mend: { zh: '补上上级机构，或改正编码。', en: 'Add the parent unit, or correct the code.' },
  },
  'evaluation-year': {
    message: {
      zh: '工作表“{sheet}”看不出是哪一年的考核。',
      en: 'Sheet "{sheet}" does not say which year was evaluated.',
    },
    mend: {
      zh: '在标题里写明年度，如“2025 年度考核结果”，或加一列“考核年度”。',
      en: 'Name the year in the title, as 2025 年度考核结果, or add the column 考核年度.',
    },
  },
  'evaluation-ahead': {
    message: {
      zh: '工作表“{sheet}”写的是 {year} 年度考核，在今年以后。',
      en: 'Sheet "{sheet}" is of the evaluations of {year}, which is after this year.',
    },
    mend: { zh: '改正标题或工作表名里的年度。', en: 'Correct the year in its title or name.' },
  },
  'ballot-mark': {
    message: {
      zh: '{at} “{column}”的值“{value}”既不是票数，也不是画票的记号。',
      en: '{at} "{column}": "{value}" is neither a count nor a mark.',
    },
    mend: { zh: '写票数，或用“√”“○”画票。', en: 'Write a count, or mark with √ or ○.' },
  },
} as const satisfies Record<string, Wording>

const check = { zh: '核对这一格；有误时改正后重新导入。', en: 'Check the cell; correct it and import again if wrong.' }

/** What was read in the likeliest way, or left out, and is said. */
const notices = {
  'month-ten': {
    message: {
      zh: '{at} “{column}”存成了数字 {value}，末尾的 0 多半已丢失，读作 {date}。',
      en: '{at} "{column}" was stored as the number {value}, probably without its last 0: read as {date}.',
    },
    mend: check,
  },
  'month-one-digit': {
    message: {
      zh: '{at} “{column}”的值“{value}”月份只有一位，读作 {date}。',
      en: '{at} "{column}": the month of "{value}" has one digit: read as {date}.',
    },
    mend: check,
  },
  'year-short': {
    message: {
      zh: '{at} “{column}”的值“{value}”年份只有两位，读作 {date}。',
      en: '{at} "{column}": the year of "{value}" has two digits: read as {date}.',
    },
    mend: check,
  },
  'citizen-id-doubt': {
    message: { zh: '{at} “{column}”的值“{value}”{fault}。', en: '{at} "{column}": "{value}" {fault}.' },
    mend: check,
  },
  'cell-date-doubt': {
    message: { zh: '{at} “{column}”的值“{value}”{reason}。', en: '{at} "{column}": "{value}" {reason}.' },
    mend: check,
  },
  'column-twice': {
    message: {
      zh: '{at} 又有一列“{column}”：每行只读第一个有内容的格。',
      en: '{at}: there is another column "{column}"; of each row the first cell with content is read.',
    },
    mend: {
      zh: '两列内容不同时，改用不同的列名（如“全日制学历”“在职学历”）。',
      en: 'Where they differ, name them differently (as 全日制学历 and 在职学历).',
    },
  },
  'column-kept': {
    message: {
      zh: '工作表“{sheet}”的“{column}”列没有对应的项目，内容随人保留，不写入记录。',
      en: 'Column "{column}" of sheet "{sheet}" belongs to no field; it is kept with the person and not recorded.',
    },
    mend: { zh: '需要写入时，改用认得的列名。', en: 'Name it as a known column if it shall be recorded.' },
  },
  'rows-hidden': {
    message: {
      zh: '工作表“{sheet}”有 {count} 行是隐藏的（从第 {row} 行起），已照读。',
      en: 'Sheet "{sheet}" has {count} hidden rows (from row {row}); they were read too.',
    },
    mend: { zh: '不该导入的行删去后再导入。', en: 'Delete rows that shall not be imported.' },
  },
  'sheet-hidden': {
    message: { zh: '工作表“{sheet}”是隐藏的，没有读。', en: 'Sheet "{sheet}" is hidden and was not read.' },
    mend: { zh: '要导入时取消隐藏。', en: 'Unhide it to import it.' },
  },
  'sheet-left-out': {
    message: {
      zh: '工作表“{sheet}”不是认得的表，没有读。',
      en: 'Sheet "{sheet}" is of no known kind and was not read.',
    },
    mend: { zh: '要导入时在人员上方写明列名。', en: 'Name the columns above the people to import it.' },
  },
  'rows-aside': {
    message: {
      zh: '工作表“{sheet}”第 {row} 行“{value}”是合计、说明或签章，没有当作人员。',
      en: 'Row {row} of sheet "{sheet}", "{value}", is a total, a note or a signature and no person.',
    },
    mend: { zh: '若是人员，补上姓名以外的内容。', en: 'If it is a person, fill in more than the name.' },
  },
  'cell-kept': {
    message: {
      zh: '{at} “{column}”的值“{value}”没有对应的词，内容随人保留，不写入记录。',
      en: '{at} "{column}": there is no term for "{value}"; it is kept with the person and not recorded.',
    },
    mend: check,
  },
  'ballots-uneven': {
    message: {
      zh: '第 {row} 行“{name}”各项票数合计 {sum}，与其他人的 {other} 不同。',
      en: 'Row {row}: the votes on "{name}" add up to {sum}, those on others to {other}.',
    },
    mend: { zh: '核对计票。', en: 'Check the count.' },
  },
} as const satisfies Record<string, Wording>

export const sheetWordings = { ...faults, ...notices } as const
