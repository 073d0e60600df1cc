/** Who is in a team, what it is called here, and one of them who takes what waits for all. */
export const crews = {
  title: '班组里有谁',
  sub: '派给班组的，组里每个人都看得到，谁来办谁接',
  row: '班组里有谁',
  rowSub: (formed: number, teams: number) =>
    formed === teams ? '每个班组都有人' : `${teams} 个班组，${formed} 个有人`,
  count: (count: number) => `${count} 人`,
  nobody: '还没定人',
  nobodyHere: '组里没人看得到这里的事',
  edit: (team: string) => `${team}有谁`,
  name: '叫什么（可不填）',
  nameHelp: (usual: string) => `不填就叫${usual}`,
  people: '点名字，在组里的打勾',
  inIt: '在组里',
  none: '还没有能接事的人。先请社区把人请进来。',
  saved: '记下了，组里的人有网就看得到',
  notYours: '班组由社区来定',
  notYoursText: '缺了谁，跟社区说一声。',
  ofUs: '派给我们组的',
  take: '我来接',
  waits: (team: string) => `派给${team}了，还没人接`,
  keep: '去定人',
}
