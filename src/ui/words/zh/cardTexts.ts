import type { Card } from '#domain/bins/talkCards.ts'

/** What stands on a card: a name for the key, and two sentences for the resident. */
export interface CardText {
  readonly title: string
  readonly say: readonly [string, string]
  /** Cities and compounds differ here: 以小区公示为准. */
  readonly local?: true
}

/** Only the cards' own screen loads these. */
export const cardTexts: Readonly<Record<Card, CardText>> = {
  empty_bag: {
    title: '厨余怎么倒',
    say: ['剩菜剩饭倒进绿桶，袋子别进去。', '空袋子丢旁边的其他桶。'],
  },
  tied_bag: {
    title: '袋子捆紧了',
    say: ['袋子捆着，里头烂不了。', '麻烦您解开，倒进去就好。'],
  },
  big_bones: {
    title: '大骨头',
    say: ['筒子骨、棒骨太硬，丢其他桶。', '鸡骨头、鱼刺小，丢绿桶。'],
    local: true,
  },
  wet_wipes: {
    title: '湿纸巾',
    say: ['湿纸巾泡不烂，不是厨余。', '用完丢其他桶，别冲马桶。'],
  },
  takeaway_box: {
    title: '外卖盒',
    say: ['剩的饭菜倒绿桶。', '油盒子丢其他桶，洗干净的进蓝桶。'],
  },
  milk_tea: {
    title: '奶茶',
    say: ['水倒掉，珍珠果粒进绿桶。', '杯子丢其他桶，洗净的塑料杯进蓝桶。'],
    local: true,
  },
  used_oil: {
    title: '废油',
    say: ['用过的油别倒桶，别倒下水道。', '装瓶拧紧，交给专门收的地方。'],
    local: true,
  },
  medicines: {
    title: '过期药',
    say: ['过期的药放红桶，连里面的包装一起。', '外面的纸盒拆下来，放蓝桶。'],
  },
  batteries: {
    title: '电池',
    say: ['5 号、7 号干电池，丢其他桶。', '纽扣电池用胶带缠好，放红桶。'],
  },
  power_bank: {
    title: '充电宝、电瓶',
    say: ['充电宝、电瓶别丢桶，会起火。', '交给我们，或者拿去店里收。'],
    local: true,
  },
  broken_glass: {
    title: '碎玻璃',
    say: ['碎玻璃用厚纸包好，写上“小心割手”。', '包好放蓝桶；碗、瓷杯碎了丢其他桶。'],
  },
  old_clothes: {
    title: '旧衣服',
    say: ['旧衣服洗净打包，放旧衣箱。', '内衣袜子不收，丢其他桶。'],
  },
  carton: {
    title: '纸箱',
    say: ['纸箱撕了胶带，拆开压平。', '放蓝桶，别淋雨。'],
  },
  lamp: {
    title: '灯管',
    say: ['灯管、节能灯放红桶，别打碎。', '套上纸筒，轻轻放。'],
  },
  hard_shell: {
    title: '榴莲壳、椰子壳',
    say: ['榴莲壳、椰子壳太硬，丢其他桶。', '有刺的包一下，别扎手。'],
    local: true,
  },
  bulky: {
    title: '沙发、床垫',
    say: ['沙发、床垫、柜子不进桶，也别靠桶放。', '跟物业说一声，约好来收。'],
  },
  building_waste: {
    title: '装修垃圾',
    say: ['砖头、瓷砖、马桶不进桶。', '装袋放到指定的地方，问物业就晓得。'],
  },
  pet_waste: {
    title: '宠物粪便',
    say: ['猫狗的粪便，最好冲厕所。', '别放绿桶。'],
    local: true,
  },
  off_hours: {
    title: '过了点',
    say: ['这会儿过了点，没人守桶了。', '麻烦您下一班再拿来，谢谢您。'],
  },
  own_truck: {
    title: '分了有用吗',
    say: ['厨余有厨余的车，其他有其他的车。', '看到混着装，请告诉我，我来报。'],
  },

  well_sorted: {
    title: '分得好',
    say: ['您分得真清楚！', '谢谢您，大家都看在眼里。'],
  },
  opened_bag: {
    title: '破了袋',
    say: ['谢谢您把袋子解开。', '您多这一下，我们少分一袋。'],
  },
  put_right: {
    title: '当场改了',
    say: ['谢谢您肯再分一回。', '下回就顺手了。'],
  },
  child: {
    title: '小朋友',
    say: ['小朋友分得比大人还清楚！', '回家教教爸爸妈妈。'],
  },
  on_time: {
    title: '按时来',
    say: ['谢谢您按时拿下来。', '桶边干净，有您一份。'],
  },
}
