/**
 * Words of which appraisals are made that fit anybody. They name a virtue, its degree or its owner, never a deed; a clause
 * made of such words alone says nothing about the person. The list is short on purpose: what it lacks, the corpus shows by
 * saying it of many people.
 */
const words = `
该 同志 本人 其 他 她 自己 个人 同事 干部 领导 上级 下级 群众 组织 单位 部门 班子 团队 党员 职工 大家 方面 各 项 各项 一名
政治 思想 立场 素质 意识 觉悟 信念 理想 理论 党性 宗旨 观念 大局 全局 责任 责任心 责任感 事业心 进取心 使命 担当 修养 品德 品行 道德 品质 操守
作风 学风 工作 业务 能力 水平 经验 思路 方法 知识 任务 职责 岗位 本职 成绩 成效 实绩 贡献 表现 态度 纪律 规矩 规定 制度 原则 决策 部署 精神 路线 方针 政策
坚定 坚强 过硬 正确 鲜明 端正 正派 正直 公道 公正 公平 诚实 诚恳 忠诚 忠于 谦虚 谦和 随和 热情 稳重 沉稳 成熟 低调 朴实 朴素 务实 求实 扎实 踏实 肯干 实干 苦干
认真 认真学习 负责 尽责 尽职 尽心 尽力 勤奋 勤恳 勤勉 勤政 好学 敬业 爱岗 奉献 吃苦 耐劳 刻苦 严谨 细致 细心 严格 严于 律己 廉洁 自律 廉洁自律 清廉 清正 干净 廉政 遵守 遵纪 守法
团结 协作 配合 合作 服从 安排 大胆 积极 主动 积极主动 努力 注重 重视 坚持 贯彻 落实 执行 学习 加强 提高 增强 发挥 做到 能够 能 善于 敢于 勇于 乐于 具有 具备 有 较 比较 很 十分 非常 很强 较强 较好 良好 优秀 突出 明显 一定 相当 高度 始终 一贯 一直 经常 不断 充分 全面 深入 切实 顺利 圆满 完成 了 地 的 得 和 与 及 并 在 上 中 下 对 为 把 以 于 是 也 都 更 好 高 强 多
组织协调 协调 沟通 管理 综合 分析 判断 表达 文字 创新 开拓 进取 解决 处理 问题 群众基础 基础 威信 口碑 认可 好评 肯定 形象 带头 作用 模范 先锋 示范 榜样 廉 德 勤 绩
清晰 清楚 开阔 敏锐 灵活 果断 周到 到位 有力 有效 有序 出色 称职 胜任 交办 分管 分内 日常 各种 一切 全心全意 服务 人民 为民 为人 处事 待人 做事 办事 待人接物 生活 家庭
`

export const stockWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ''))
