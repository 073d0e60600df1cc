import type { RecorderRefusal } from '#device/recorder.ts'
import type { Dialect } from '#domain/bins/recording.ts'

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
  forThing: '拿卡给居民看',
  onlyLook: '没在班上，看看就好，不计数',
  local: '△ 各处不一样，以小区公示为准',
  recording: {
    play: { mandarin: '放普通话', sichuan: '放四川话' } as Record<Dialect, string>,
    stopPlaying: '别放了',
    name: { mandarin: '普通话', sichuan: '四川话' } as Record<Dialect, string>,
    open: '录音',
    title: '自己录一段',
    text: '照卡上念，最多 20 秒。录好的，全小区的设备都能放，没网也行。',
    none: '还没录',
    kept: '录好了',
    record: '录一段',
    again: '重录',
    stop: '录完了，存下来',
    cancel: '不录了',
    going: (seconds: number) => `正在录，还剩 ${seconds} 秒`,
    remove: '删掉',
    removed: '删掉了',
    saved: '录好了，没网也能放',
    waiting: '话筒在等您同意…',
    refused: {
      notAllowed: '话筒没让用。在手机设置里给邻边话筒权限，再来录。卡片照样能看。',
      noMicrophone: '这台没找到话筒，换一台录。卡片照样能看。',
      cannotRecord: '这台的浏览器录不了，换一台录。卡片照样能看。',
    } as Record<RecorderRefusal, string>,
    notHeard: {
      coming: '录音还没传到，等有网再放。',
      closed: '这段放不了。',
      noWay: '录音还没传到这台，等有网再放。',
      broken: '这段这台放不出来。照卡上念就好。',
    },
  },
  showing: (title: string) => `${title}，给居民看`,
}
