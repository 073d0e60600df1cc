/** Whether it is kept and sent: on every screen, so it comes with the first. */
export const strip = {
  kept: '已存本机',
  waiting: (count: number) => `${count} 条待上传`,
  photos: (count: number) => `${count} 张照片待上传`,
  done: '都传完了',
  sending: '正在传',
  progress: (done: number, of: number) => `${done} / ${of}`,
  noSignal: '没信号',
  stillWorks: '照样能记',
  places: (count: number) => `有 ${count} 处`,
  decide: '要您定',
  read: '要您看',
  stuck: '传不上去',
  opens: '，看看还有什么没传',
}
