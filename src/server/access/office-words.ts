/** What passwords in a Chinese office are made of, beside what is on published lists of leaked ones. The commonest first. */
export const officeWords: readonly string[] =
  `zhiren zuzhibu ganbu zuzhibuganbu ganbuke rencai renmin dangyuan gongchandang zhengfu xianwei shiwei quwei bangongshi
  woaini zhongguo zhonghua woaizhongguo nihao nihaoma mima wodemima mimamima woshi woshishui beijing shanghai guangzhou
  shenzhen nanjing jiangsu huawei tencent taobao weixin organization department government office officer cadre demopass demo
  changeme admin administrator root default temppassword welcome letmein
  密码 口令 我的密码 我爱你 中国 人民 组织部 干部科 干部 中国共产党 党员 不忘初心 为人民服务`.split(/\s+/)
