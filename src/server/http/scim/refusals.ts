import { Refusal } from '../refusal.ts'

export const noToken = (): Refusal =>
  new Refusal(
    401,
    'token-needed',
    { zh: '令牌缺失、不对、已停用或已过期。', en: 'The token is missing, wrong, ended or over.' },
    { zh: '由系统管理员另发一个。', en: 'The administrator makes another.' },
  )

export const badFilter = (): Refusal =>
  new Refusal(
    400,
    'invalidFilter',
    { zh: '只能按 userName eq "账号" 查找。', en: 'Only the filter userName eq "account" is answered.' },
    { zh: '改成这种写法。', en: 'Write it so.' },
  )

export const badUserName = (): Refusal =>
  new Refusal(
    400,
    'invalidValue',
    { zh: 'userName 不能用作账号。', en: 'The userName cannot be the name of an account.' },
    {
      zh: '用小写字母、数字和 . _ -，不超过 64 个字符。',
      en: 'Use small letters, figures and . _ -, 64 characters at most.',
    },
  )

export const userNameStays = (): Refusal =>
  new Refusal(
    400,
    'mutability',
    { zh: 'userName 开通后不能改。', en: 'A userName stays as it was opened.' },
    { zh: '停用这个账号，另开一个。', en: 'Close the account and open another.' },
  )

export const badBody = (): Refusal =>
  new Refusal(
    400,
    'invalidSyntax',
    { zh: '请求的内容不是所要的写法。', en: 'The content is not as this request has it.' },
    { zh: '见 docs/operations.md「账号接口」一节。', en: 'See the section on provisioning in docs/operations.md.' },
  )

export const badPatch = (): Refusal =>
  new Refusal(
    400,
    'invalidPath',
    { zh: '只能修改 active 和 displayName。', en: 'Only active and displayName are patched.' },
    { zh: '用 op 为 replace 的修改。', en: 'Use operations with op replace.' },
  )

export const notForPrograms = (): Refusal =>
  new Refusal(
    403,
    'keeper-by-people',
    { zh: '三员账号和演示账号不由接口办理。', en: 'Accounts of keepers and of demonstrations are not for programs.' },
    { zh: '由人在工作台里办理。', en: 'People do it in the workbench.' },
  )
