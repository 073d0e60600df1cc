import { shuffled } from './clock.ts'

/** Family and given names with their sounds. Put together by chance: nobody is meant. */
const FAMILY =
  '王 wang,李 li,张 zhang,刘 liu,陈 chen,杨 yang,赵 zhao,黄 huang,周 zhou,吴 wu,徐 xu,孙 sun,胡 hu,朱 zhu,高 gao,林 lin,郭 guo,罗 luo,梁 liang,宋 song,郑 zheng,谢 xie,韩 han,唐 tang,冯 feng,邓 deng,曹 cao,彭 peng,曾 zeng,肖 xiao,田 tian,蒋 jiang,蔡 cai,余 yu,叶 ye,魏 wei,范 fan,方 fang,石 shi,姚 yao,谭 tan,廖 liao,邹 zou,熊 xiong,金 jin,陆 lu,郝 hao,白 bai,毛 mao,邱 qiu,江 jiang,史 shi'
const OLD =
  '秀英 xiuying,桂芳 guifang,淑珍 shuzhen,玉兰 yulan,素华 suhua,德明 deming,国清 guoqing,永福 yongfu,正光 zhengguang,世荣 shirong,光碧 guangbi,成贵 chenggui,先琼 xianqiong,朝礼 chaoli,云仙 yunxian,绍文 shaowen'
const GROWN =
  '建军 jianjun,丽 li,勇 yong,红梅 hongmei,志强 zhiqiang,晓燕 xiaoyan,海波 haibo,静 jing,军 jun,雪梅 xuemei,涛 tao,小琴 xiaoqin,鹏 peng,雨薇 yuwei,俊杰 junjie,倩 qian,浩 hao,梦婷 mengting,川 chuan,文静 wenjing'
const YOUNG =
  '子涵 zihan,一诺 yinuo,浩然 haoran,欣怡 xinyi,宇轩 yuxuan,梓萱 zixuan,思源 siyuan,诗琪 shiqi,小满 xiaoman,乐乐 lele'

const read = (list: string) => list.split(',').map((one) => one.split(' ') as [hanzi: string, sound: string])
const GIVEN = { old: read(OLD), grown: read(GROWN), young: read(YOUNG) }

export interface Name {
  readonly name: string
  /** Pinyin and its first letters, as the roster's search wants them. */
  readonly keys: readonly string[]
}

export interface Names {
  /** A name; with `family` it is somebody of that family. */
  next(age: keyof typeof GIVEN, family?: string): Name
}

export function someNames(chance: () => number): Names {
  const families = read(FAMILY)
  const queues = { old: [...GIVEN.old], grown: [...GIVEN.grown], young: [...GIVEN.young] }
  let family: (typeof families)[number][] = []
  const given = (age: keyof typeof GIVEN) => {
    if (queues[age].length === 0) queues[age] = [...shuffled(GIVEN[age], chance)]
    return queues[age].pop()!
  }
  return {
    next(age, of) {
      if (family.length === 0) family = [...shuffled(families, chance)]
      const [hanzi, sound] = families.find(([one]) => one === of) ?? family.pop()!
      const [own, ownSound] = given(age)
      const initials = sound[0] + [...own].map((_, at) => syllable(ownSound, at, own.length)).join('')
      return { name: `${hanzi}${own}`, keys: [`${sound}${ownSound}`, initials] }
    },
  }
}

/** First letter of the first or second syllable: the second begins behind the first vowels. */
function syllable(sound: string, at: number, of: number): string {
  if (at === 0 || of === 1) return sound[0]!
  const rest = /^[^aeiouü]*[aeiouü]+(?:ng|n(?![aeiouü])|r(?![aeiouü]))?/.exec(sound)?.[0].length ?? 1
  return sound[rest] ?? ''
}
