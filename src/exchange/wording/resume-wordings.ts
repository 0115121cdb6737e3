import type { Wording } from './wording.ts'

/** What a person should look at in a résumé (简历); nothing of it stops an import. */
export const resumeWordings = {
  'resume-date': {
    message: {
      zh: '简历第 {line} 行的起止时间读不出来：“{value}”；没有取为任职经历，原文保留在表里。',
      en: 'Line {line} of the résumé has no readable dates: "{value}"; it was not taken as service, the form keeps it.',
    },
    mend: { zh: '写成“1991.01--2000.01”，年月都要有。', en: 'Write "1991.01--2000.01", with year and month.' },
  },
  'resume-reversed': {
    message: {
      zh: '简历第 {line} 行的止（{to}）早于起（{from}）；没有取为任职经历，原文保留在表里。',
      en: 'Line {line} of the résumé ends ({to}) before it begins ({from}); it was not taken as service, the form keeps it.',
    },
    mend: { zh: '核对这两个时间。', en: 'Check both dates.' },
  },
  'resume-order': {
    message: {
      zh: '简历第 {line} 行早于第 {previous} 行开始。',
      en: 'Line {line} of the résumé begins before line {previous}.',
    },
    mend: { zh: '按时间先后排列各行。', en: 'Put the lines in the order of time.' },
  },
  'resume-open': {
    message: {
      zh: '简历第 {line} 行没有止，后面却还有经历。',
      en: 'Line {line} of the résumé has no end, but others follow it.',
    },
    mend: { zh: '补上这一行的止。', en: 'Add the end of this line.' },
  },
  'resume-gap': {
    message: {
      zh: '简历第 {previous} 行止于 {ended}，第 {line} 行起于 {from}，中间断开。',
      en: 'Line {previous} of the résumé ends in {ended} and line {line} begins in {from}: there is a gap.',
    },
    mend: {
      zh: '补上这段经历；待分配、病休等也要写。',
      en: 'Add what lies between; waiting for a post and sick leave count too.',
    },
  },
  'resume-overlap': {
    message: {
      zh: '简历第 {previous} 行止于 {ended}，第 {line} 行起于 {from}，两行重叠。',
      en: 'Line {previous} of the résumé ends in {ended} and line {line} begins in {from}: they overlap.',
    },
    mend: {
      zh: '核对起止；同时的经历写进“（其间：…）”。',
      en: 'Check the dates; what ran at the same time goes into （其间：…）.',
    },
  },
  'resume-outside': {
    message: {
      zh: '简历第 {line} 行的“其间”（{value}）超出所在经历的起止。',
      en: 'In line {line} of the résumé, what is told as meanwhile ({value}) reaches beyond its segment.',
    },
    mend: {
      zh: '核对时间；跨几段经历的，另起一行写在括号里。',
      en: 'Check the dates; what spans several segments goes in brackets on its own line.',
    },
  },
  'resume-layout': {
    message: {
      zh: '简历第 {lines} 行的行首不是规定的 18 列（“1991.01--2000.01”加两个空格）。',
      en: 'Lines {lines} of the résumé do not begin with the 18 columns of the form ("1991.01--2000.01" and two spaces).',
    },
    mend: {
      zh: '导入不受影响；导出时原样写回。',
      en: 'The import is not affected; on export the text stays as it is.',
    },
  },
} as const satisfies Record<string, Wording>

/** What of a form did not become a fact of the records. */
export const formValueWordings = {
  'form-date': {
    message: {
      zh: '“{column}”的值“{value}”不是能用的日期：{reason}；没有录入，原文保留在表里。',
      en: '"{value}" in "{column}" is not a usable date: {reason}; it was not taken, the form keeps it.',
    },
    mend: {
      zh: '按档案改正，写成年月 6 位（如 197403）。',
      en: 'Correct it from the personnel file, as year and month in six digits (197403).',
    },
  },
  'form-date-doubt': {
    message: {
      zh: '“{column}”的值“{value}”{reason}。',
      en: '"{value}" in "{column}" {reason}.',
    },
    mend: {
      zh: '按档案核对；有误时改正后重新导入。',
      en: 'Check the personnel file; correct it and import again if wrong.',
    },
  },
  'value-kept': {
    message: {
      zh: '“{column}”的“{value}”没有录入为资料：{reason}；原文保留在表里。',
      en: '"{value}" in "{column}" did not become a fact: {reason}; the form keeps it.',
    },
    mend: { zh: '核对后由人录入。', en: 'Check it and enter it by hand.' },
  },
  'citizen-number': {
    message: { zh: '“{column}”的“{value}”{reason}。', en: '"{value}" in "{column}": {reason}.' },
    mend: { zh: '按身份证核对。', en: 'Check it against the identity card.' },
  },
} as const satisfies Record<string, Wording>
