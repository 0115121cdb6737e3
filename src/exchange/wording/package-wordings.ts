import type { Wording } from './wording.ts'

/** What is wrong with a package or a file as a whole, and what is reported without being wrong. */
export const packageWordings = {
  'path-missing': {
    message: { zh: '找不到“{path}”。', en: '"{path}" does not exist.' },
    mend: {
      zh: '核对路径；数据包是一个文件夹或一个 .zip 文件。',
      en: 'Check the path; a package is a folder or a .zip file.',
    },
  },
  'path-unreadable': {
    message: { zh: '无法读取“{path}”：{cause}。', en: '"{path}" cannot be read: {cause}.' },
    mend: { zh: '核对文件的读取权限。', en: 'Check the permission to read it.' },
  },
  'not-a-package': {
    message: { zh: '“{path}”既不是文件夹，也不是 zip 压缩包。', en: '"{path}" is neither a folder nor a zip archive.' },
    mend: {
      zh: '数据包是含有各表 CSV 的文件夹，或把它压缩成的 .zip；单个 CSV 放进文件夹再导入。',
      en: 'A package is a folder with the CSV tables, or a .zip of it; put single CSV files into a folder.',
    },
  },
  'zip-damaged': {
    message: {
      zh: '压缩包“{path}”不完整或已损坏：{cause}。',
      en: 'The archive "{path}" is incomplete or damaged: {cause}.',
    },
    mend: { zh: '从来源处重新复制或重新压缩后再导入。', en: 'Copy it again from its source, or pack it again.' },
  },
  'zip-encrypted': {
    message: { zh: '压缩包“{path}”设了密码。', en: 'The archive "{path}" is protected by a password.' },
    mend: { zh: '解开后以不设密码的方式重新压缩。', en: 'Unpack it and pack it again without a password.' },
  },
  'zip-method': {
    message: {
      zh: '压缩包“{path}”里的“{entry}”用了不支持的压缩方法。',
      en: '"{entry}" in the archive "{path}" is packed by a method that is not supported.',
    },
    mend: { zh: '用系统自带的压缩功能重新压缩成普通 zip。', en: 'Pack it again as an ordinary zip (Deflate).' },
  },
  'zip-name-twice': {
    message: {
      zh: '压缩包“{path}”里有两个文件都叫“{entry}”。',
      en: 'Two files in the archive "{path}" are named "{entry}".',
    },
    mend: { zh: '改成不同的文件名后重新压缩。', en: 'Give them different names and pack them again.' },
  },
  'zip-too-large': {
    message: {
      zh: '压缩包“{path}”解开后过大：“{entry}”为 {size}，是压缩后的 {ratio} 倍；为防止撑满内存和磁盘，没有解开。',
      en: 'The archive "{path}" unpacks too large: "{entry}" is {size}, {ratio} times its packed size; it was not unpacked.',
    },
    mend: {
      zh: '核对压缩包的来源；若确是数据，解开成文件夹后再导入。',
      en: 'Check where it comes from; if it is real data, unpack it and import the folder.',
    },
  },
  'zip-too-many': {
    message: {
      zh: '压缩包“{path}”里有 {count} 个文件，上限是 {limit} 个。',
      en: 'The archive "{path}" holds {count} files; the limit is {limit}.',
    },
    mend: { zh: '只把数据包的各表放进压缩包。', en: 'Pack only the tables of the package.' },
  },
  'path-outside': {
    message: { zh: '“{name}”指向数据包之外。', en: '"{name}" points outside the package.' },
    mend: { zh: '数据包里的文件名和路径只能指向包内。', en: 'Names and paths in a package must stay inside it.' },
  },
  'folder-occupied': {
    message: {
      zh: '文件夹“{path}”里有数据包以外的东西（如“{name}”），没有覆盖。',
      en: 'The folder "{path}" holds other things than a package (such as "{name}"); it was not replaced.',
    },
    mend: { zh: '换一个空文件夹，或先移走里面的东西。', en: 'Name an empty folder, or move its contents away.' },
  },
  'folder-unusable': {
    message: { zh: '无法写入“{path}”：{cause}。', en: '"{path}" cannot be written: {cause}.' },
    mend: { zh: '换一个可写的文件夹。', en: 'Name a folder that can be written.' },
  },
  'descriptor-unreadable': {
    message: { zh: 'datapackage.json 无法读取：{cause}。', en: 'datapackage.json cannot be read: {cause}.' },
    mend: {
      zh: '改正这个 JSON 文件，或删去它、只留各表 CSV。',
      en: 'Correct the JSON, or remove it and keep the CSV tables.',
    },
  },
  'package-other': {
    message: {
      zh: '里面没有认得的文件：既没有任免审批表（.lrmx、.lrm），也没有数据包的表。里面是：{names}。',
      en: 'Nothing in it is known here: no appointment form (.lrmx, .lrm) and no table of a data package. It holds: {names}.',
    },
    mend: {
      zh: '核对文件；名册和采集表解压后直接导入 .xls、.xlsx。',
      en: 'Check the file; unpack rosters and collection workbooks and import the .xls or .xlsx itself.',
    },
  },
  'table-missing': {
    message: { zh: '缺少必需的表：{tables}。', en: 'Required tables are missing: {tables}.' },
    mend: {
      zh: '数据包至少要有 units.csv、positions.csv、cadres.csv、tenures.csv，文件名一字不差{hint}。',
      en: 'A package needs at least units.csv, positions.csv, cadres.csv and tenures.csv, named exactly so{hint}.',
    },
  },
  'nul-byte': {
    message: {
      zh: '文件里有 NUL 字节，不是文本文件或已损坏。',
      en: 'The file holds a NUL byte: it is not text, or is damaged.',
    },
    mend: {
      zh: '若是 Excel 工作簿，另存为“CSV UTF-8（逗号分隔）”；若是 CSV，从来源处重新导出。',
      en: 'If it is a workbook, save it as "CSV UTF-8"; if it is CSV, export it again from its source.',
    },
  },
  'file-utf16': {
    message: { zh: '文件是 UTF-16 编码。', en: 'The file is encoded in UTF-16.' },
    mend: { zh: '另存为“CSV UTF-8（逗号分隔）”。', en: 'Save it as "CSV UTF-8 (comma delimited)".' },
  },
  'row-too-long': {
    message: {
      zh: '这一行超过 100 万字仍未换行，不像 CSV 表。',
      en: 'This row runs past a million characters without a line break: it does not look like CSV.',
    },
    mend: { zh: '核对文件；从来源处重新导出为 CSV。', en: 'Check the file; export it as CSV again from its source.' },
  },
  'file-empty': {
    message: { zh: '文件是空的，连表头也没有。', en: 'The file is empty; even the header is missing.' },
    mend: {
      zh: '第一行写字段名；没有数据的选用表可以整个去掉。',
      en: 'Put the field names in the first row; an optional table without data may be left out.',
    },
  },
  separator: {
    message: {
      zh: '各列不是用英文逗号分隔，而是用{separator}。',
      en: 'Columns are separated by {separator}, not by commas.',
    },
    mend: { zh: '另存为逗号分隔的 CSV（UTF-8）。', en: 'Save it as comma-separated CSV (UTF-8).' },
  },
  'header-missing': {
    message: { zh: '表头缺少必需的列“{column}”。', en: 'The header lacks the required column "{column}".' },
    mend: { zh: '补上这一列，列名写成 {column}{hint}。', en: 'Add the column under the name {column}{hint}.' },
  },
  'header-duplicate': {
    message: { zh: '表头里“{column}”出现了两次。', en: 'The header names "{column}" twice.' },
    mend: { zh: '删去或改名多出的一列。', en: 'Remove or rename one of the two columns.' },
  },
} as const satisfies Record<string, Wording>

/** Reported only; nothing has to be mended. */
export const noticeWordings = {
  'extra-column': {
    message: {
      zh: '列“{column}”不在约定之内，其值原样保留在行旁。',
      en: 'The column "{column}" is not in the contract; its values are kept beside the rows.',
    },
    mend: { zh: '无须处理{hint}。', en: 'Nothing to do{hint}.' },
  },
  'table-absent': {
    message: {
      zh: 'datapackage.json 列出的“{path}”不在包里，按没有这张表处理。',
      en: '"{path}" is listed in datapackage.json but absent; the table is taken as not given.',
    },
    mend: { zh: '若应有这张表，补上文件。', en: 'If the table should be there, add the file.' },
  },
  'descriptor-absent': {
    message: {
      zh: '包里没有 datapackage.json，按文件名读取各表。',
      en: 'There is no datapackage.json; tables are read by their file names.',
    },
    mend: { zh: '无须处理。', en: 'Nothing to do.' },
  },
  'file-unknown': {
    message: {
      zh: '“{name}”不是约定的表，没有读取。',
      en: '"{name}" is not a table of the contract and was not read.',
    },
    mend: { zh: '若是某张表，改成约定的文件名。', en: 'If it is one of the tables, give it the name of the contract.' },
  },
  'reference-unresolved': {
    message: {
      zh: '包里没有 {table}.csv 的数据，“{column}”的值无从核对，原样保留在行旁。',
      en: 'There are no rows of {table}.csv; the values of "{column}" cannot be resolved and are kept beside the rows.',
    },
    mend: { zh: '若有这张表，补上后重新导入。', en: 'If you have the table, add it and import again.' },
  },
  'row-repeated': {
    message: {
      zh: '与第 {first} 行完全相同，只取一次。',
      en: 'The same as row {first} in every cell; it is taken once.',
    },
    mend: { zh: '可以删去重复的一行。', en: 'The repeated row may be removed.' },
  },
  'encoding-gb18030': {
    message: { zh: '文件按 GB18030 编码读取。', en: 'The file was read as GB18030.' },
    mend: { zh: '无须处理。', en: 'Nothing to do.' },
  },
} as const satisfies Record<string, Wording>
