import { type FormColumn, type List, LISTS } from './formMap.ts'
import { plainHeading } from './roster/headings.ts'

/** What stands on every row of a form, whichever list fills it. */
export const ALWAYS = ['row', 'compound', 'today', 'filler'] as const

/** What the street writes over the columns that our lists can fill, without gaps, stars and brackets; the first is the usual one. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  row: ['序号', '编号序', '行号', 'no.'],
  compound: [
    '小区',
    '小区名称',
    '院落',
    '院落名称',
    '小区（院落）',
    '所在小区',
    '所属小区',
    '项目名称',
    '物业项目',
  ],
  today: ['填表日期', '填报日期', '上报日期', '制表日期', '报送日期'],
  filler: ['填表人', '填报人', '上报人', '制表人', '报送人', '经办人'],
  no: ['编号', '工单号', '工单编号', '事项编号', '受理编号', '单号', '诉求编号'],
  day: [
    '日期',
    '受理日期',
    '登记日期',
    '反映日期',
    '反映时间',
    '受理时间',
    '登记时间',
    '走访日期',
    '走访时间',
    '督导日期',
    '发现日期',
    '发生日期',
    '检查日期',
    '清运日期',
    '收集日期',
    '会议日期',
  ],
  time: ['时间', '几点', '时刻'],
  where: [
    '地点',
    '地址',
    '房号',
    '具体地址',
    '详细地址',
    '事发地点',
    '发生地点',
    '楼栋房号',
    '所在位置',
    '位置',
    '住址',
  ],
  text: [
    '内容',
    '反映内容',
    '诉求内容',
    '意见内容',
    '群众诉求',
    '问题描述',
    '事项内容',
    '主要内容',
    '意见建议',
    '诉求事项',
    '问题',
    '具体内容',
    '备注',
    '走访情况',
    '情况说明',
    '情况描述',
    '议定事项',
    '决议内容',
  ],
  category: ['类别', '诉求类别', '问题类别', '事项类别', '分类', '诉求分类', '类型', '问题类型', '事项类型'],
  urgency: ['紧急程度', '紧急', '轻重缓急'],
  channel: ['渠道', '来源', '诉求来源', '信息来源', '反映渠道', '受理渠道', '受理方式', '反映方式'],
  affected: ['涉及户数', '影响户数', '户数'],
  voices: ['反映人数', '反映次数', '同类件数'],
  disposition: ['去向', '处理方式', '处置方式', '办理方式', '流转情况'],
  sameAs: ['同类编号', '并案编号', '重复件编号'],
  track: ['办理类型', '办理时限类型'],
  status: [
    '状态',
    '办理状态',
    '办理情况',
    '处理状态',
    '进展',
    '进展情况',
    '办理进度',
    '完成情况',
    '整改情况',
  ],
  colour: ['预警', '三色预警', '预警等级'],
  dueDay: ['应办结日期', '办理期限', '办结期限', '完成时限', '期限', '截止日期', '时限'],
  closedDay: [
    '办结日期',
    '办结时间',
    '完成日期',
    '完成时间',
    '处理日期',
    '处理时间',
    '销号日期',
    '销号时间',
    '整改日期',
  ],
  reopened: ['重办次数', '返工次数'],
  result: ['满意度', '回访结果', '是否满意', '群众评价', '满意情况', '评价'],
  toldDay: ['反馈日期', '回复日期', '答复日期', '回访日期', '反馈时间', '回复时间', '答复时间'],
  assignee: ['承办人', '办理人', '责任人', '处理人', '负责人', '承办单位', '责任单位', '处理人员'],
  firstReceiver: ['首接人', '受理人', '首接责任人'],
  by: [
    '记录人',
    '登记人',
    '走访人',
    '督导员',
    '收集人',
    '网格员',
    '微网格员',
    '走访人员',
    '检查人',
    '督导人员',
    '值守人员',
  ],
  reporter: ['反映人', '诉求人', '称呼', '来电人', '居民姓名', '姓名', '群众姓名', '反映人姓名'],
  phone: ['联系电话', '电话', '联系方式', '手机', '手机号', '手机号码', '反映人电话'],
  building: ['楼栋', '栋', '栋号', '楼栋号', '楼号'],
  unit: ['单元', '单元号'],
  door: ['门牌', '门牌号', '户号', '房间号', '户室'],
  outcome: ['走访结果', '入户情况', '是否入户', '见面情况', '是否见面', '结果'],
  rosterConfirmed: ['信息核对', '信息是否变化', '住户信息', '信息核实'],
  retryDay: ['再访日期', '下次走访', '下次走访日期', '预约日期'],
  window: ['时段', '班次', '督导时段', '投放时段'],
  point: ['投放点', '点位', '桶点', '点位名称', '投放点名称', '督导点位', '投放点位'],
  began: ['到岗', '到岗时间', '开始时间', '上岗时间'],
  ended: ['交班', '离岗时间', '结束时间', '下岗时间'],
  right: ['分对', '投放正确', '正确投放', '正确人次'],
  corrected: ['现场纠正', '纠正', '纠正次数', '纠正人次'],
  unsorted: ['未分类', '未分', '未分类人次'],
  resorted: ['二次分拣', '分拣袋数'],
  explained: ['宣传', '宣传人次', '劝导', '劝导人次', '宣传次数', '劝导次数'],
  drops: ['投放人次', '总人次', '投放总人次'],
  rate: ['投放正确率', '正确率'],
  checked: ['开袋数', '开袋检查数', '抽查袋数', '开袋', '检查袋数'],
  good: ['合格数', '合格袋数', '合格'],
  accuracy: ['准确率', '开袋合格率', '合格率', '投放准确率'],
  toFix: ['整改项', '要改', '问题数'],
  type: ['情况', '事件', '事件类型', '问题种类', '隐患类型'],
  stream: ['桶别', '垃圾种类', '哪个桶', '垃圾类别', '清运类别'],
  action: ['处理', '处置情况', '处置措施', '现场处置', '处理情况', '处理结果', '处置结果'],
  verdict: ['检查结果', '判定'],
  faults: ['毛病', '存在问题', '主要问题', '不合格原因'],
  amount: ['数量', '清运量', '收运量'],
  measure: ['单位', '计量单位'],
  mixed: ['混装', '是否混装', '是否混装混运'],
  whose: ['责任方', '责任部门', '牵头单位', '落实单位'],
  state: ['落实情况', '进展', '完成情况', '办理情况'],
  report: ['落实情况说明', '最新进展'],
  month: ['月份', '所属月份', '记账月份'],
  direction: ['收支', '收支类型', '收/支'],
  subject: ['科目', '收支项目', '项目'],
  label: ['名称', '工程名称', '摘要', '事由'],
  yuan: ['金额', '金额（元）', '收支金额'],
  fund: ['资金来源', '账户', '资金性质'],
  voucher: ['凭证号', '票据号', '凭证编号'],
  budget: ['预算', '预算金额', '预算（元）'],
  cost: ['决算', '决算金额', '实际费用', '费用', '造价'],
  vendor: ['施工单位', '施工方', '供应商', '维修单位'],
  finishedDay: ['完工日期', '竣工日期', '竣工时间', '完工时间'],
  warrantyDay: ['质保期', '质保到期', '保修期'],
  ask: ['问题', '调查项目', '满意度项目', '题目'],
  valid: ['有效份数', '有效问卷', '有效样本'],
  satisfaction: ['满意率', '满意度'],
  sent: ['发放份数', '发放问卷', '调查户数'],
  answered: ['回收份数', '回收问卷'],
}

/** The columns of ours that may stand for a heading, likeliest first. */
function fieldsFor(heading: string): readonly string[] {
  const text = plainHeading(heading)
  if (text === '') return []
  const exact: string[] = []
  const close: string[] = []
  for (const [field, known] of Object.entries(HEADINGS)) {
    const plain = known.map(plainHeading)
    if (plain.includes(text)) exact.push(field)
    else if (text.length <= 12 && plain.some((one) => one.length > 1 && text.endsWith(one))) close.push(field)
  }
  return [...exact, ...close]
}

/** Titles and instructions stand above the headings; further down nobody looks for them. */
const TITLE_ROWS = 20
const COLUMNS_MOST = 60

/**
 * The headings of somebody's empty form: of its first twenty rows that with most headings that our lists can fill, two at
 * least; otherwise that with most words. Empty where there is none.
 */
export function headingsOf(rows: readonly (readonly string[])[]): readonly string[] {
  const top = rows.slice(0, TITLE_ROWS)
  const known = (cells: readonly string[]) => cells.filter((cell) => fieldsFor(cell).length > 0).length
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
  const most = (count: typeof known) => [...top].sort((a, b) => count(b) - count(a))[0] ?? []
  const best = most(known)
  const found = known(best) >= 2 ? best : most(filled)
  const last = found.findLastIndex((cell) => cell.trim() !== '')
  return found.slice(0, Math.min(last + 1, COLUMNS_MOST)).map((cell) => cell.replace(/\s+/g, ' ').trim())
}

/** How each heading is filled out of these columns of ours, each of them once; what no column fits is left for a pen. */
export function guessColumns(headings: readonly string[], ours: readonly string[]): readonly FormColumn[] {
  const free = new Set<string>([...ours, ...ALWAYS])
  return headings.map((heading) => {
    const field = fieldsFor(heading).find((one) => free.has(one))
    if (field !== undefined) free.delete(field)
    return { heading, ...(field !== undefined && { field }) }
  })
}

/** The list that fills most of a form; of two that fill as much the one that is asked for more. */
export function guessList(
  headings: readonly string[],
  lists: readonly { readonly list: List; readonly columns: readonly { readonly id: string }[] }[],
): List | undefined {
  const fills = lists.map(({ list, columns }) => ({
    list,
    count: guessColumns(
      headings,
      columns.map(({ id }) => id),
    ).filter((one) => one.field !== undefined && !ALWAYS.some((always) => always === one.field)).length,
  }))
  const best = Math.max(0, ...fills.map(({ count }) => count))
  return LISTS.find((list) => fills.some((one) => one.list === list && one.count === best && best > 0))
}
