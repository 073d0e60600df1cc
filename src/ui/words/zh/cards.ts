/** The keys around the cards; what stands on them is loaded with their screen. */
export const cards = {
  title: '讲解卡',
  sub: '拿给居民看，讲一句',
  kinds: { talk: '讲一讲', thanks: '谢一谢' },
  which: '看哪一类',
  told: '讲过了',
  counted: (count: number) => `讲过了，宣传讲解 ${count}`,
  thanked: '收起来',
  close: '关上',
  onlyLook: '没在班上，看看就好，不计数',
  local: '△ 各处不一样，以小区公示为准',
  showing: (title: string) => `${title}，给居民看`,
}
