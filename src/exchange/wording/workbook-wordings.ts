import type { Wording } from './wording.ts'

/** What is wrong with a workbook as a file, before anything in it is understood. */
export const workbookWordings = {
  'cell-too-long': {
    message: {
      zh: '工作表“{sheet}”的 {address} 有 {count} 个字，一格最多 {limit} 个。',
      en: '{address} of sheet "{sheet}" has {count} characters; a cell holds {limit}.',
    },
    mend: { zh: '缩短这一项，或改用不限长度的格式。', en: 'Shorten it, or choose a format without this limit.' },
  },
  'sheet-too-large': {
    message: {
      zh: '工作表“{sheet}”超出 {rows} 行或 {columns} 列，放不下。',
      en: 'Sheet "{sheet}" is larger than {rows} rows or {columns} columns and does not fit.',
    },
    mend: { zh: '分成几个工作表，或减少列。', en: 'Divide it into several sheets, or leave columns out.' },
  },
  'workbook-empty': {
    message: { zh: '“{file}”是空文件。', en: '"{file}" is an empty file.' },
    mend: { zh: '从来源处重新复制。', en: 'Copy it again from its source.' },
  },
  'workbook-other': {
    message: {
      zh: '“{file}”不是电子表格：既不是 .xls、.xlsx，也不是表格网页或分隔文本。',
      en: '"{file}" is no spreadsheet: neither .xls nor .xlsx, nor a page with a table, nor delimited text.',
    },
    mend: {
      zh: '用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
      en: 'Open it in a spreadsheet program, save it as .xlsx and import that.',
    },
  },
  'workbook-encrypted': {
    message: { zh: '“{file}”设了打开密码。', en: '"{file}" is protected by a password.' },
    mend: {
      zh: '用 Excel 或 WPS 打开，去掉密码另存后再导入。',
      en: 'Open it, save it without a password and import that.',
    },
  },
  'workbook-doctype': {
    message: {
      zh: '“{file}”里有 DOCTYPE 或实体定义，电子表格不会有；为安全起见没有读取。',
      en: '"{file}" has a DOCTYPE or entities, which no workbook has; to be safe it was not read.',
    },
    mend: {
      zh: '核对文件的来源；用 Excel 或 WPS 打开后重新保存。',
      en: 'Check where it comes from; open it and save it again.',
    },
  },
  'workbook-too-large': {
    message: {
      zh: '“{file}”展开后过大；为防止撑满内存，没有读取。',
      en: '"{file}" would unpack too large; to spare memory it was not read.',
    },
    mend: {
      zh: '核对来源；若确是名册，删去多余的空行空列，或分成几个文件。',
      en: 'Check where it comes from; if it is real, delete empty rows and columns, or divide it.',
    },
  },
  'workbook-damaged': {
    message: { zh: '“{file}”不完整或已损坏，无法读取。', en: '"{file}" is incomplete or damaged and cannot be read.' },
    mend: {
      zh: '从来源处重新复制；仍不行时用 Excel 或 WPS 打开，另存为 .xlsx。',
      en: 'Copy it again from its source; failing that, open it and save it as .xlsx.',
    },
  },
} as const satisfies Record<string, Wording>
