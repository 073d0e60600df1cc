/** Why each thing is still on this device, and the one thing to do about it. */
export const tray = {
  why: {
    noNetwork: '没网，在本机等着',
    sending: '正在传',
    next: '马上传',
    photo: '字传到了，照片还在传',
    authorAway: '写的人这会儿不在，有网照样传',
    noLongerEnrolled: '这台不在名单里了，传不上去',
    newerServer: '要换新版才能传',
    tooLarge: '这一条太大，网上过不去',
    disk: '本机的存储有点问题',
  },
  todo: { open: '看这条', send: '现在传', file: '存成文件', update: '换新版' },
  byOthers: (what: string, count: number) => `别人记的：${what} ${count} 条`,
  notShown: (what: string, count: number) => `${what} ${count} 条，有网就到社区`,
  more: (count: number, left: number) => `再看 ${count} 条，还有 ${left} 条`,
  unread: '这一刻看不到明细。东西都在本机，不会丢。',
  answer: {
    done: '传完了，都到了',
    noWay: '没连上社区。东西都在本机，有网会自己传。',
  },
  filed: '文件存好了，拿给社区收',
  filedText: '照片不在文件里，还在这台上，先别删邻边。',
  nothingToFile: '没有要存的，都传完了',
}
