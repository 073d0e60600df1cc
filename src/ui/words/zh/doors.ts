/** What a screen reader says of a window; only what the reader may read is in it. */
export interface SpokenWindow {
  readonly unit: string
  readonly door: string
  readonly name: string | undefined
  readonly days: number | undefined
  readonly light: string
  readonly care: boolean
  readonly open: number
}

export const doors = {
  title: '楼栋',
  building: '哪一栋',
  reached: (lit: string, of: string) => `去过 ${lit} / ${of} 户`,
  homes: (count: string) => `${count} 户`,
  vacantToo: (count: number) => (count === 0 ? '' : `，空房 ${count}`),
  search: '找住户',
  searchFor: '门牌、姓名、拼音',
  searchHelp: (count: number) => `打拼音、门牌、尾号都行，找到 ${count} 户`,
  searchHow: '打拼音、门牌、尾号都行',
  notFound: '没找到，换个字试试',
  searchMore: (count: string) => `还有 ${count} 户，再多打一个字`,
  searchReading: '在翻名册，稍等',
  addHome: (door: string) => `加一户 ${door}`,
  addHomeHow: '要加一户，先打整个门牌，比如 1-2-1803',
  recent: '最近看过',
  clear: '清空',
  tail: (digits: string) => `尾号 ${digits}`,
  units: '哪个单元',
  left: '左边',
  right: '右边',
  unitRange: (from: string, to: string) => `${from.replace('单元', '')}–${to}`,
  show: '看哪些',
  filter: {
    all: '全部',
    toGo: '还没去',
    open: '有事',
    care: '要关照',
    rented: '租的',
    vacant: '空房',
  },
  moreFilters: '挑着看',
  part: '看哪几户',
  partOf: (from: number, to: number) => (from === to ? `第 ${from} 户` : `${from}–${to} 户`),
  print: '打印',
  list: {
    name: '每家每户',
    door: '门牌',
    who: '住户',
    visited: '走访',
    more: '还有',
    none: '没有这样的门',
    noneText: '换一样看',
  },
  start: '开始走访',
  asList: '列表看',
  asFacade: '看楼面',
  wholeBuilding: '看整栋',
  zoom: '点一层放大',
  floors: '看哪几层',
  up: '往上几层',
  down: '往下几层',
  floor: (label: string) => `放大 ${label}`,
  facade: (building: string) => `${building}的窗`,
  legend: {
    lit: (days: number) => `${days}天内`,
    half: (from: number, to: number) => (from === 30 && to === 90 ? '1–3月' : `${from + 1}–${to}天`),
    dusk: '更久',
    open: '有事',
    care: '关照',
    vacant: '空房',
    notHome: '不住人',
    shop: '商铺',
    stilt: '架空',
  },
  shop: '商铺',
  days: (days: number) => `${days}天`,
  never: '没去',
  vacant: '空房',
  today: '今天',
  spoken: ({ unit, door, name, days, light, care, open }: SpokenWindow) =>
    [
      `${unit}${door}`,
      name,
      light === 'notHome'
        ? '不住人'
        : light === 'shop'
          ? '商铺'
          : light === 'stilt'
            ? '架空，不住人'
            : light === 'vacant'
              ? '空房'
              : light === 'untold'
                ? undefined
                : days === undefined
                  ? '还没走访'
                  : days === 0
                    ? '今天走访'
                    : `${days}天前走访`,
      care ? '要关照' : undefined,
      open > 0 ? `${open}件没办完` : undefined,
    ]
      .filter(Boolean)
      .join('，'),
  spokenRound: (unit: string, door: string, state: string, here: boolean) =>
    `${unit}${door}，${state}${here ? '，正在这家' : ''}`,
  noBuilding: '还没有楼',
  noBuildingText: '社区把名册放进来，这里就有窗了',
  choose: '点一扇窗，看这一家',
  openCount: (count: number) => `${count} 件没办完`,
  lastTime: '上回走访',
  lastDays: (date: string, days: number) => (days === 0 ? `${date}，今天` : `${date}，${days} 天前`),
  neverVisited: '还没去过',
  call: '打电话',
  callShort: '打',
  openHome: '看这家',

  round: {
    title: (unit: string) => `${unit}走访`,
    homes: (count: string) => `${count} 户`,
    met: '见到了',
    noAnswer: '没人在',
    other: '别的…',
    otherTitle: (door: string) => `${door} 怎么样`,
    next: '下一家',
    now: '现在',
    back: (when: string) => `${when} 再去`,
    lastTime: (date: string) => `上回 ${date}：`,
    open: (count: number, text: string) => `还有 ${count} 件没办完：${text}`,
    others: (count: number) => `还有 ${count} 人`,
    kept: (door: string, outcome: string) => `${door} 记成${outcome}`,
    doneTitle: (unit: string) => `${unit}都走完了`,
    doneText: (count: number) => (count === 0 ? '一户没落下' : `还有 ${count} 户要再去`),
    toBuilding: '回楼栋',
    noDoors: '这个单元没有住人的门',
  },
  outcome: {
    met: '见到了',
    noAnswer: '没人在',
    refused: '不方便',
    vacant: '空房',
    phone: '打了电话',
    appointment: '换个时间',
    leftNote: '留了条',
  },
  /** Inside a window; three characters at most. */
  outcomeShort: {
    met: '见到了',
    noAnswer: '没人在',
    refused: '不方便',
    vacant: '空房',
    phone: '电话',
    appointment: '另约',
    leftNote: '留条',
  },

  home: {
    alone: '一个人住',
    people: (count: number) => `${count} 口人`,
    owned: '自有房',
    rented: '租的房',
    age: {
      '0-5': '5 岁以下',
      '6-13': '6–13 岁',
      '14-17': '14–17 岁',
      '18-59': '18–59 岁',
      '60-69': '60 多岁',
      '70-79': '70 多岁',
      '80+': '80 岁以上',
    },
    phone: '电话',
    noPhone: '还没留电话',
    add: '加',
    showNumber: '看全号',
    hideNumber: '收起来',
    kin: (who: string) => `找不到人，找${who}`,
    family: '家里人',
    alsoHere: '同住的',
    visits: '走访记录',
    noVisits: '还没走访过',
    confirmed: '住户信息没变',
    confirmedDone: '核对过，没变',
    next: (date: string) => `下回 ${date} 去一趟`,
    record: '记一次走访',
    recordTitle: '这一趟怎么样',
    noteLabel: '记一句（可以不写）',
    noteHelp: '写帮得上什么忙，不写病',
    edit: '改这家',
    editTitle: '改住户',
    addTitle: '加一个人',
    addPerson: '加一个人',
    nobody: '还没登记住户',
    closed: '您看不到这家的姓名',
    closedText: '名册只给这一片的微网格员和社区看',
    sharedText: '公用平板不放姓名，用自己的手机看',
    name: '姓名或称呼',
    ageLabel: '年龄段',
    ageNone: '不知道',
    phoneLabel: '电话',
    nameMissing: '写个称呼就行',
    phoneWrong: '号码像是少了几位，再看看',
    movedOut: '搬走了',
    movedOutDone: (name: string) => `${name}记成搬走了`,
    markVacant: '这家是空房',
    markLived: '有人住了',
    proposed: (value: string) => `有人写的是 ${value}，等单元长定`,
    track: { fix_now: '立即改', act_soon: '立马办', visible_plan: '看得见' },
    undecided: '还没分派',
    notHere: '没有这一户',
  },
  tags: { livesAlone: '独居老人', emptyNest: '空巢' },
  needs: {
    speakUp: '说话大声点',
    stairs: '不方便下楼',
    shopping: '帮带菜',
    hospitalEscort: '要人陪去社区医院',
    medicine: '帮取药',
    meal: '送餐',
    phoneHelp: '教用手机',
    lightBulb: '换灯泡',
    callFirst: '去之前先打电话',
  },
}
