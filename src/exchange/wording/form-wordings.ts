import type { Wording } from './wording.ts'

/** What is wrong with an appointment form (任免审批表) as a file, and what was read all the same. */
export const formWordings = {
  'form-empty': {
    message: { zh: '文件是空的。', en: 'The file is empty.' },
    mend: { zh: '从来源处重新复制或重新导出。', en: 'Copy or export it again from its source.' },
  },
  'form-not-a-form': {
    message: {
      zh: '不是任免审批表，而是{kind}。',
      en: 'This is not an appointment form but {kind}.',
    },
    mend: {
      zh: '任免审批表是任免表编辑器存的 .lrmx 或 .lrm；从编辑器里另存后再导入。',
      en: 'An appointment form is an .lrmx or .lrm of the form editor; save it from there and import that.',
    },
  },
  'form-several': {
    message: {
      zh: '一个文件里有 {count} 张任免审批表，应只有一张。',
      en: 'The file holds {count} appointment forms; it must hold one.',
    },
    mend: {
      zh: '在编辑器里逐人另存；多人的放进一个 zip。',
      en: 'Save one file for each person; pack several in a zip.',
    },
  },
  'form-doctype': {
    message: {
      zh: '文件里有 DOCTYPE 或实体定义，任免审批表不会有；为安全起见没有读取。',
      en: 'The file has a DOCTYPE or entity definitions, which no appointment form has; it was not read, for safety.',
    },
    mend: {
      zh: '核对文件的来源；用任免表编辑器打开后重新保存。',
      en: 'Check where it comes from; open it in the form editor and save it again.',
    },
  },
  'form-truncated': {
    message: {
      zh: '文件不完整，到“{column}”就断了。',
      en: 'The file is incomplete: it breaks off at "{column}".',
    },
    mend: { zh: '从来源处重新复制或重新导出。', en: 'Copy or export it again from its source.' },
  },
  'form-too-large': {
    message: { zh: '文件有 {size}，上限是 {limit}。', en: 'The file has {size}; the limit is {limit}.' },
    mend: {
      zh: '核对文件；照片过大时在编辑器里换成小照片后再存。',
      en: 'Check the file; where the photo is too large, replace it in the editor.',
    },
  },
  'form-text-too-long': {
    message: {
      zh: '表里的文字有 {count} 字，上限是 {limit} 字。',
      en: 'The form holds {count} characters; the limit is {limit}.',
    },
    mend: { zh: '核对文件：这不像一个人的任免审批表。', en: 'Check the file: this is not the form of one person.' },
  },
  'lrm-fields': {
    message: {
      zh: '这个 .lrm 有 {count} 项，应为 33 项：文件不完整，或文字里有半角引号和逗号连在一起。',
      en: 'This .lrm has {count} fields instead of 33: it is incomplete, or a text holds quotes and a comma together.',
    },
    mend: {
      zh: '在任免表编辑器里打开，把半角引号改成全角，另存后再导入。',
      en: 'Open it in the form editor, make the quotes full-width, save and import again.',
    },
  },
} as const satisfies Record<string, Wording>

/** Reported of a form; nothing has to be mended before it is imported. */
export const formNoticeWordings = {
  'form-repaired': {
    message: {
      zh: '文件不是规范的 XML（{places}），已按元素名读出。',
      en: 'The file is not well-formed XML ({places}); it was read by the names of its elements.',
    },
    mend: {
      zh: '核对读出的内容；用编辑器重新保存可以消除。',
      en: 'Check what was read; saving it again in the editor mends it.',
    },
  },
  'form-controls': {
    message: {
      zh: '文件里有 {count} 个不可见的控制字符，已去掉。',
      en: 'The file held {count} control characters; they were removed.',
    },
    mend: { zh: '核对读出的内容。', en: 'Check what was read.' },
  },
  'form-element-twice': {
    message: {
      zh: '“{column}”出现了两次，取“{value}”，没有取“{other}”。',
      en: '"{column}" stands there twice; "{value}" was taken, "{other}" was not.',
    },
    mend: { zh: '核对应取哪一个，在编辑器里改正。', en: 'Check which one is right and correct it in the editor.' },
  },
  'form-elements-kept': {
    message: {
      zh: '表里有不认识的元素 {elements}，原样保留，导出时写回。',
      en: 'The form has unknown elements ({elements}); they are kept and written again on export.',
    },
    mend: { zh: '无须处理。', en: 'Nothing to do.' },
  },
  'form-encoding': {
    message: { zh: '文件按 {encoding} 编码读取。', en: 'The file was read as {encoding}.' },
    mend: { zh: '无须处理。', en: 'Nothing to do.' },
  },
  'photo-left-out': {
    message: {
      zh: '照片没有读入：{reason}；其余内容照常读取。',
      en: 'The photo was left out: {reason}; all else was read.',
    },
    mend: {
      zh: '在编辑器里换一张 JPEG 或 PNG 照片。',
      en: 'Replace it in the editor by a JPEG or PNG.',
    },
  },
  'picture-unused': {
    message: {
      zh: '照片“{name}”旁边没有同名的任免审批表，没有读取。',
      en: 'There is no form of the same name beside the photo "{name}"; it was not read.',
    },
    mend: { zh: '照片和 .lrm 用同一个文件名。', en: 'Give the photo the name of its .lrm.' },
  },
  'not-read': {
    message: { zh: '“{name}”不是任免审批表，没有读取。', en: '"{name}" is not an appointment form; it was not read.' },
    mend: { zh: '若需要导入，单独选它。', en: 'If it should be imported, choose it on its own.' },
  },
  'archive-inside': {
    message: {
      zh: '“{name}”是压缩包里的压缩包，没有读取。',
      en: '"{name}" is an archive inside the archive; it was not read.',
    },
    mend: {
      zh: '解开后把里面的任免审批表放进一个 zip，或单独导入它。',
      en: 'Unpack it and pack its forms in one zip, or import it on its own.',
    },
  },
} as const satisfies Record<string, Wording>
