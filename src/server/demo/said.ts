import type { Category } from '#domain/categories.ts'
import type { Track, Urgency } from '#domain/due.ts'
import type { Channel, Decided } from '#domain/feedback.ts'
import type { Callback } from '#domain/order.ts'
import type { Who } from './cast.ts'

/** What becomes of an order, in the order of the days. Photos are names of drawn pictures. */
export type Step = readonly [day: number, time: string, by: Who, what: What]
type What =
  | { readonly is: 'assign'; readonly to: Who }
  | { readonly is: 'accepted' | 'working' | 'note' | 'close'; readonly text?: string; readonly photo?: string }
  | { readonly is: 'callback'; readonly result: Callback; readonly text?: string }
  | { readonly is: 'told' }

export interface Remark {
  readonly key: string
  readonly day: number
  readonly time: string
  /** When it reached the server; without it at once. */
  readonly reached?: string
  readonly by: Who
  readonly place: string
  readonly channel: Channel
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  /** Day and time at which it was said, where it was written down later. */
  readonly heard?: readonly [day: number, time: string]
  readonly affected?: number
  readonly who?: readonly [displayName: string, agreed: boolean]
  readonly photo?: string
  /** The visit at whose door it was said, by day and time. */
  readonly atDoor?: readonly [day: number, time: string]
  readonly answer?: string
  readonly sent?: Exclude<Decided, 'work_order'>
  readonly sameAs?: string
  /** Who saw that, where it was not the author. */
  readonly linked?: readonly [time: string, by: Who]
  readonly order?: {
    readonly track: Track
    /** Who takes it on, and when; without it whoever wrote the remark, at once. */
    readonly opened?: readonly [time: string, by: Who]
    readonly fixed?: { readonly text: string }
    readonly steps: readonly Step[]
  }
}

/** What residents said on Monday and Tuesday, and what came of it until Sunday night. */
const FIRST_DAYS: readonly Remark[] = [
  {
    key: 'lamp', day: 0, time: '08:10', reached: '09:05', by: 'binsEarly', place: '1-1-12', channel: 'bin_side',
    text: '1单元12楼的灯又不亮了，摸黑上楼吓人得很。', category: 'lighting', urgency: 'u3', affected: 4,
    who: ['1203 的大爷', true], photo: 'corridor-dark',
    order: {
      track: 'fix_now', opened: ['09:12', 'service'],
      steps: [
        [0, '09:12', 'service', { is: 'assign', to: 'engineer' }],
        [0, '09:20', 'engineer', { is: 'accepted' }],
        [0, '11:15', 'engineer', { is: 'close', text: '换了灯泡和灯座，试了三次都亮。', photo: 'corridor-lit' }],
        [0, '17:10', 'lead11', { is: 'callback', result: 'satisfied', text: '大爷说亮堂了。' }],
        [0, '17:12', 'lead11', { is: 'told' }],
        [2, '09:05', 'service', { is: 'note', text: '用料 28 元，走信托基金。' }],
      ],
    },
  },
  {
    key: 'lift', day: 0, time: '08:40', reached: '09:05', by: 'binsEarly', place: '1-2', channel: 'bin_side',
    text: '电梯门夹了我一下，光幕是不是没反应哦？', category: 'elevator', urgency: 'u1', affected: 76,
    who: ['钱阿姨', true],
    order: {
      track: 'fix_now', opened: ['09:08', 'service'],
      steps: [
        [0, '09:09', 'service', { is: 'assign', to: 'engineer' }],
        [0, '09:30', 'engineer', { is: 'working', text: '停梯挂牌，维保在路上。' }],
        [0, '15:20', 'engineer', { is: 'close', text: '维保换了光幕接线，试了二十次，恢复运行。' }],
        [3, '09:30', 'lead21', { is: 'callback', result: 'dissatisfied', text: '光幕又没反应了。' }],
        [3, '09:54', 'engineer', { is: 'working', text: '停梯，维保24分钟到场。' }],
        [3, '11:10', 'engineer', { is: 'close', text: '整组光幕换新，试验合格，恢复运行。' }],
        [4, '09:00', 'lead21', { is: 'callback', result: 'satisfied' }],
        [4, '09:02', 'lead21', { is: 'told' }],
      ],
    },
  },
  {
    key: 'lamp-again', day: 0, time: '09:30', by: 'lead12', place: '1-1-12', channel: 'face',
    text: '12楼过道灯坏了，昨晚就不亮。', category: 'lighting', urgency: 'u3', sameAs: 'lamp',
  },
  {
    key: 'bulb', day: 0, time: '14:10', by: 'lead11', place: '1-1-6-602', channel: 'activity_room',
    text: '灯泡坏了我够不到，哪个来帮我换一下嘛？', category: 'care_help', urgency: 'u3',
    who: ['602 的婆婆', false], sent: 'help_request',
  },
  {
    key: 'money', day: 0, time: '14:35', by: 'owners1', place: '1-1-1-101', channel: 'activity_room',
    text: '物业费到底花到哪里去了，账贴出来嘛。', category: 'finance_rules', urgency: 'u4', affected: 142,
    sent: 'council_topic',
  },
  {
    key: 'gate', day: 0, time: '19:10', reached: '19:24', by: 'grid2', place: '1-2', channel: 'door_visit',
    text: '门禁刷不开，按半天没反应。', category: 'order_parking', urgency: 'u2', affected: 76, atDoor: [0, '19:08'],
    order: {
      track: 'fix_now',
      steps: [
        [0, '19:40', 'service', { is: 'assign', to: 'engineer' }],
        [1, '09:40', 'engineer', { is: 'close', text: '读卡器进水，换了一个，夜里先人工开门。' }],
        [1, '18:10', 'grid2', { is: 'callback', result: 'satisfied' }],
      ],
    },
  },
  {
    key: 'hall', day: 0, time: '19:30', by: 'owners4', place: 'hall', channel: 'face',
    text: '大厅灯太暗了，能不能换亮堂点？', category: 'lighting', urgency: 'u4', sent: 'council_topic',
  },
  {
    key: 'skirting', day: 0, time: '20:10', by: 'lead12', place: '1-1-9', channel: 'wechat_private',
    text: '踢脚线掉了一截，娃娃绊到过。', category: 'structure', urgency: 'u3', who: ['904 何叔叔', true],
    order: {
      track: 'act_soon',
      steps: [
        [1, '08:50', 'service', { is: 'assign', to: 'engineer' }],
        [1, '09:20', 'engineer', { is: 'note', text: '先围起来，材料下午到。' }],
        [2, '10:00', 'engineer', { is: 'working' }],
        [2, '15:30', 'engineer', { is: 'close', text: '粘补平整，边角磨圆了。' }],
        [2, '19:00', 'lead12', { is: 'callback', result: 'basically', text: '颜色差一点，不绊脚了。' }],
        [2, '19:01', 'lead12', { is: 'told' }],
      ],
    },
  },
  {
    key: 'hall-2', day: 1, time: '08:30', by: 'grid1', place: 'hall', channel: 'face',
    text: '大厅到电梯那截黑得很，看不清台阶。', category: 'lighting', urgency: 'u4', sameAs: 'hall',
  },
  {
    key: 'kitchen', day: 1, time: '10:02', by: 'service', place: '1-1-2-203', channel: 'phone',
    text: '厨房返水，满屋都是脏水。', category: 'plumbing', urgency: 'u2', who: ['203 住户', true],
    order: {
      track: 'fix_now',
      steps: [
        [1, '10:04', 'service', { is: 'assign', to: 'engineer' }],
        [1, '11:30', 'engineer', { is: 'close', text: '疏通主管，地面冲净消毒。' }],
        [2, '09:10', 'grid1', { is: 'callback', result: 'satisfied' }],
      ],
    },
  },
  {
    key: 'parcels', day: 1, time: '11:05', by: 'grid2', place: '1-2', channel: 'face',
    text: '快递柜占了半边路，轮椅推不过去。', category: 'order_parking', urgency: 'u3', affected: 3,
    order: {
      track: 'act_soon',
      steps: [
        [1, '14:20', 'manager', { is: 'assign', to: 'order' }],
        [2, '09:00', 'order', { is: 'accepted' }],
        [2, '14:00', 'order', { is: 'note', text: '量了尺寸，要移 60 厘米，等柜子公司派人。' }],
      ],
    },
  },
  {
    key: 'hall-3', day: 1, time: '19:20', by: 'owners5', place: 'hall', channel: 'face',
    text: '晚上回来大厅黑黢黢的，找钥匙都看不见。', category: 'lighting', urgency: 'u4', sameAs: 'hall',
    linked: ['19:45', 'grid1'],
  },
]

const MIDDLE: readonly Remark[] = [
  {
    key: 'chairs', day: 2, time: '08:40', by: 'grid1', place: '1-1-18-1804', channel: 'phone',
    text: '楼上半夜拖板凳，我妈睡不着。', category: 'neighbour', urgency: 'u3', who: ['1804 住户', false],
    order: {
      track: 'act_soon',
      steps: [
        [2, '09:12', 'service', { is: 'assign', to: 'order' }],
        [2, '09:40', 'order', { is: 'accepted' }],
        [2, '19:40', 'grid1', { is: 'note', text: '楼上楼下分别听了，脚垫周末送到。' }],
      ],
    },
  },
  {
    key: 'thanks', day: 2, time: '09:02', by: 'service', place: 'compound', channel: 'wechat_group', heard: [1, '12:40'],
    text: '谢谢微管家，昨天报的灯今天就亮了。', category: 'praise', urgency: 'u4', sent: 'praise',
  },
  {
    key: 'dance', day: 2, time: '10:20', by: 'owners2', place: 'yard', channel: 'wechat_group',
    text: '坝子头广场舞声音太大，上夜班的遭不住。', category: 'neighbour', urgency: 'u3', affected: 5,
    sent: 'council_topic',
  },
  {
    key: 'ramp', day: 2, time: '16:30', by: 'lead22', place: '1-2', channel: 'face',
    text: '轮椅上不去，门口那个坎能不能修个坡？', category: 'suggestion', urgency: 'u4', affected: 3,
    sent: 'council_topic',
  },
  {
    key: 'basement', day: 2, time: '20:42', by: 'gridOfficer', place: 'basement', channel: 'meeting',
    text: '地下室黑黢黢的，老年人不敢走。', category: 'lighting', urgency: 'u4', affected: 30,
    order: {
      track: 'visible_plan',
      steps: [
        [2, '20:50', 'gridOfficer', { is: 'assign', to: 'manager' }],
        [4, '16:00', 'manager', { is: 'note', text: '三家报价到了，先补坏灯，下周议事会定改造。' }],
      ],
    },
  },
  {
    key: 'leak', day: 3, time: '10:05', by: 'grid2', place: '1-2-15-1502', channel: 'phone',
    text: '楼上漏水，我屋头天花板都泡起泡了。', category: 'plumbing', urgency: 'u2', affected: 2, who: ['1502 住户', true],
    order: {
      track: 'act_soon',
      steps: [
        [3, '10:20', 'service', { is: 'assign', to: 'engineer' }],
        [3, '11:20', 'engineer', { is: 'working', text: '关了楼上的阀，约好明早一起看现场。' }],
        [4, '09:50', 'engineer', { is: 'close', text: '楼上软管老化，换了；天花板干了再补灰。' }],
        [4, '18:30', 'grid2', { is: 'callback', result: 'satisfied', text: '不漏了，等补灰。' }],
      ],
    },
  },
  {
    key: 'sofa', day: 3, time: '13:50', by: 'party', place: 'garden', channel: 'patrol_seen',
    text: '旧沙发床垫堆楼下半个月了。', category: 'waste', urgency: 'u3', photo: 'sofa-there',
    order: {
      track: 'act_soon', opened: ['14:08', 'service'],
      steps: [
        [3, '14:10', 'service', { is: 'assign', to: 'order' }],
        [4, '10:00', 'order', { is: 'note', text: '约好周六上午收运大件。' }],
        [5, '11:20', 'order', { is: 'close', text: '收走了，地也冲了。', photo: 'sofa-gone' }],
      ],
    },
  },
  {
    key: 'debag', day: 3, time: '08:20', reached: '09:05', by: 'binsEarly', place: 'bin-1', channel: 'bin_side',
    text: '厨余要不要破袋？每个人说的不一样。', category: 'waste', urgency: 'u4',
    answer: '要破袋：厨余倒进绿桶，袋子丢其他。当场做给他看了。',
  },
  {
    key: 'cigarette', day: 3, time: '16:10', by: 'lead23', place: '1-2', channel: 'wechat_private',
    text: '有人从高头丢烟头下来，差点烧到被子。', category: 'order_parking', urgency: 'u2',
    order: {
      track: 'act_soon',
      steps: [
        [3, '16:30', 'service', { is: 'assign', to: 'order' }],
        [4, '15:00', 'order', { is: 'close', text: '逐户提醒了，单元门口贴了提示，留了照片。' }],
      ],
    },
  },
  {
    key: 'hall-4', day: 3, time: '19:10', by: 'grid1', place: 'hall', channel: 'face',
    text: '大厅那个灯要换就换亮点的，老人眼睛不好。', category: 'lighting', urgency: 'u4', sameAs: 'hall',
  },
]

const LAST_DAYS: readonly Remark[] = [
  {
    key: 'roof', day: 4, time: '08:15', by: 'grid1', place: 'roof', channel: 'patrol_seen',
    text: '天台门敞起的，娃娃跑上去咋个办？', category: 'fire_safety', urgency: 'u2',
    order: {
      track: 'fix_now',
      steps: [
        [4, '08:30', 'service', { is: 'assign', to: 'order' }],
        [4, '10:40', 'order', { is: 'close', text: '锁好了，钥匙收回值班室，贴了提示。' }],
      ],
    },
  },
  {
    key: 'no-water', day: 4, time: '11:20', by: 'service', place: 'compound', channel: 'wechat_group',
    text: '停水咋个不提前通知嘛？', category: 'plumbing', urgency: 'u3', affected: 20,
    answer: '自来水公司临时抢修，下午三点来水。以后一接到电话就先发群。',
  },
  {
    key: 'adverts', day: 4, time: '16:25', by: 'owners3', place: 'compound', channel: 'wechat_group',
    text: '广告费停车费是不是业主的钱？', category: 'finance_rules', urgency: 'u4',
    answer: '是业主的公共收益，二月的账今天贴出来了，里头有这两笔。',
  },
  {
    key: 'stranger', day: 4, time: '19:05', by: 'grid2', place: '1-2', channel: 'wechat_private',
    text: '有陌生人挨家敲门推销净水器。', category: 'order_parking', urgency: 'u2',
    answer: '秩序已经劝离，群里提醒了，不要让陌生人进门。',
  },
  {
    key: 'smell', day: 5, time: '08:30', reached: '09:05', by: 'binsLate', place: 'bin-1', channel: 'bin_side',
    text: '垃圾桶边边臭得很，蚊子又多。', category: 'cleaning', urgency: 'u3',
    order: { track: 'fix_now', fixed: { text: '当场冲洗消杀，晚上再做一次。' }, steps: [] },
  },
  {
    key: 'tree', day: 5, time: '10:10', by: 'grid1', place: '1-1-2', channel: 'door_visit',
    text: '树子把窗子遮完了，白天都要开灯。', category: 'greening', urgency: 'u4', affected: 4, atDoor: [5, '10:03'],
    order: { track: 'act_soon', steps: [] },
  },
  {
    key: 'dog', day: 5, time: '11:00', by: 'order', place: 'garden', channel: 'face',
    text: '遛狗不牵绳，娃娃遭吓到了。', category: 'neighbour', urgency: 'u3',
    answer: '当面劝了狗主人，牵上了。花园口贴了牵绳提示。',
  },
  {
    key: 'thanks-2', day: 5, time: '11:30', by: 'party', place: 'yard', channel: 'face',
    text: '沙发总算搬走了，坝子宽敞多了，谢谢大家。', category: 'praise', urgency: 'u4', sent: 'praise',
  },
  {
    key: 'water-fee', day: 5, time: '15:20', by: 'lead11', place: '1-1-1-101', channel: 'activity_room',
    text: '不会用手机交水费，教一下我。', category: 'care_help', urgency: 'u4', who: ['刘婆婆', false],
    answer: '当面教会了，自己交了一次。密码没有代管。',
  },
  {
    key: 'full-bin', day: 5, time: '19:20', reached: '20:08', by: 'binsEarly', place: 'bin-1', channel: 'bin_side',
    text: '厨余桶满了，袋子都堆到地上了。', category: 'waste', urgency: 'u2',
    answer: '换了空桶，叫了收运，地面扫净了。',
  },
  {
    key: 'drill', day: 6, time: '08:12', by: 'order', place: '1-2-16-1601', channel: 'phone',
    text: '隔壁装修星期天早上八点就打电钻。', category: 'neighbour', urgency: 'u3',
    answer: '上门劝停了，告知周末九点半以后才能施工，登记了。',
  },
  {
    key: 'fire-lane', day: 6, time: '15:40', by: 'order', place: 'gate', channel: 'patrol_seen',
    text: '救护车来都进不来，消防道又停起车。', category: 'fire_safety', urgency: 'u2',
    answer: '打电话给车主，十分钟挪开了，立了隔离桩。',
  },
  {
    key: 'board', day: 6, time: '19:40', by: 'grid1', place: 'hall', channel: 'face',
    text: '公告栏贴的还是去年的。', category: 'finance_rules', urgency: 'u3',
    order: { track: 'fix_now', steps: [] },
  },
]

/**
 * 35 remarks: 15 orders, 9 answered on the spot, 4 that say the same, 4 for the council, one request for help, two thanks.
 * Words of residents who never were.
 */
export const REMARKS: readonly Remark[] = [...FIRST_DAYS, ...MIDDLE, ...LAST_DAYS]
