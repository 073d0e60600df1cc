/** The office takes in a file of what a device could not send. */
export const rescue = {
  title: '收没传的文件',
  how: '哪台设备传不上来，就让人在那台点开最上面那一条，存成文件，发给您。选好那个文件，里面的就进来了。收两遍也不会多算。',
  choose: '选文件',
  other: '再收一个',
  notTaken: '这个文件没收成',
  taking: '正在收…',
  offline: '收文件要有网。文件先留着，有网再来。',
  from: (device: string, when: string) => (when === '' ? device : `${device}，${when} 存的`),
  unknownDevice: '一台不认识的设备',
  taken: (count: number) => (count === 0 ? '没有新的' : `收进 ${count} 条`),
  here: (count: number) => `${count} 条早就有了，没有重复算`,
  held: (count: number) => `${count} 条先放着，要您定`,
  heldWhy: (count: number, why: string) => `${count} 条：${why}`,
  missing: (count: number) => `文件不全，少了 ${count} 条。让他在那台再存一次。`,
  decide: '看要定的',
  keepDevice: '那台以后连上网，自己也会传，不会算两遍。',
}
