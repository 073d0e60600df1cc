/** A place goes from one person to another: what the office presses, and what the two of them read. */
export const handedOver = {
  give: '交给别人',
  title: (where: string) => `${where}交给谁`,
  text: (name: string, role: string) => `现在是${name}在做${role}`,
  from: '从哪天起',
  days: { today: '今天', tomorrow: '明天', monday: '周一' },
  nobody: '还没有别人',
  nobodyText: '先请一个人进来，再交给他。',
  ask: (where: string, day: string, name: string) => `${where}从${day}起归${name}？`,
  askText: (name: string) => `那天起这片不归${name}管了。以前记的都在。`,
  unsent: (name: string, count: number) => `${name}那边还有 ${count} 条没传，传上来照收。`,
  how: '怎么交',
  ways: { over: '交给他', standIn: '代几天' },
  until: '代到哪天',
  untilWrong: '最后一天要在开始那天或以后',
  askStandIn: (where: string, from: string, until: string, name: string) =>
    `${where}从${from}到${until}由${name}代？`,
  standInText: (name: string) => `${name}还是照管，两个人都看得到。到了那天自己停。`,
  standInDone: (where: string, name: string) => `${where}请${name}代几天，到时候自己停`,
  go: '就这么交',
  done: (where: string, name: string) => `${where}交给${name}了，两个人都会看到`,
  /** To whoever had it. */
  given: (where: string, day: string, name: string) => `${where}从${day}起由${name}接手`,
  givenText: '您写下的照样收，没传的照样传。',
  /** To whoever has it now. */
  got: (where: string, day: string) => `${where}从${day}起归您`,
  gotText: (name: string) => `之前是${name}。`,
  understood: '知道了',
}
