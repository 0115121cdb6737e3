/**
 * What passwords are most often made of, in letters alone: the heads of published lists of leaked passwords, and what a
 * Chinese office adds to them. Figures and signs around a word do not make it another.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwd passwort pass passpass passwordpassword admin administrator adminadmin root rootroot system
  welcome welcomewelcome letmein login iloveyou iloveyouiloveyou monkey dragon sunshine princess football baseball
  superman batman trustno trustnoi master shadow michael jordan hello helloworld whatever freedom starwars changeme
  change default secret secretsecret test testtest testing user guest temp temppassword qwerty qwertyuiop qwertyqwerty
  asdfghjkl asdfasdf zxcvbnm qazwsx qazwsxedc qweasdzxc qweasd abc abcabc abcdefg aaa zhiren zhirenzhiren woaini
  woainiwoaini zhongguo zhonghua woaizhongguo nihao nihaoma mima wodemima mimamima ganbu zuzhibu zuzhibuganbu
  rencai renmin gongchandang dangyuan beijing shanghai guangzhou shenzhen nanjing jiangsu huawei tencent taobao
  organization department government office cadre officer password-password demopass demo demodemo
  1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx 123qwe 123qweasd qwe123
  a123456 a12345678 a123456789 aa123456 aa123456789 abc123 abc123456 123456abc 123abc 5201314 1314520 woaini1314
  woaini520 888888 666666 168168 112233 11223344 1122334455 123123 123123123 123321 147258369 159753 741852963
  密码 口令 我的密码 我爱你 中国 人民 组织部 干部科`.split(/\s+/),
)
